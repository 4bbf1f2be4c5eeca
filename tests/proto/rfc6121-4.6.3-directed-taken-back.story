title   RFC 6121 §4.6.1, §4.6.3: after directed unavailable presence nothing more is said
users   romeo juliet
romeo   > <presence to='{juliet}'/>
juliet  < <presence to='{juliet}' from='{romeo/full}'/>
romeo   > <presence type='unavailable' to='{juliet}'/>
juliet  < <presence type='unavailable' to='{juliet}' from='{romeo/full}'/>
romeo   breaks
juliet  < nothing
