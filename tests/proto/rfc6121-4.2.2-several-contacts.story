title   RFC 6121 §4.2.2: who becomes available gets the presence of every contact, in whatever order
users   romeo juliet mercutio, friends
romeo   > <presence type='unavailable'/>
romeo   < <presence type='unavailable' from='{romeo/full}'/>
juliet  < <presence type='unavailable' from='{romeo/full}'/>
mercutio < <presence type='unavailable' from='{romeo/full}'/>
romeo   > <presence/>
romeo   < <presence from='{romeo/full}'/>
romeo   <~ <presence from='{mercutio/full}'/>
romeo   <~ <presence from='{juliet/full}'/>
juliet  < <presence from='{romeo/full}'/>
mercutio < <presence from='{romeo/full}'/>
