title   RFC 6121 §4.6.3: who got directed presence hears when the connection breaks
users   romeo juliet
romeo   > <presence to='{juliet}'/>
juliet  < <presence to='{juliet}' from='{romeo/full}'/>
romeo   breaks
juliet  < <presence type='unavailable' from='{romeo/full}' to='{juliet}'/>
juliet  < nothing
