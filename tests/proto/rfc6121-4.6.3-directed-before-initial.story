title   RFC 6121 §4.6.3 rule 3: directed presence of a resource that is not available ends with its stream
users   juliet
users   romeo, connected
romeo   > <presence to='{juliet}'/>
juliet  < <presence to='{juliet}' from='{romeo/full}'/>
romeo   disconnects
juliet  < <presence type='unavailable' from='{romeo/full}' to='{juliet}'/>
