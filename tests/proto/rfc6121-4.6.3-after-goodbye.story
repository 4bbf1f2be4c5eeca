title   RFC 6121 §4.6.3 rule 3: directed presence after unavailable presence is directed presence; a subscriber's resource is told when it ends
users   romeo juliet, friends
romeo   > <presence type='unavailable'/>
romeo   < <presence type='unavailable' from='{romeo/full}'/>
juliet  < <presence type='unavailable' from='{romeo/full}'/>
romeo   > <presence to='{juliet}'><status>Only you</status></presence>
juliet  < <presence from='{romeo/full}' to='{juliet}'><status>Only you</status></presence>
romeo   > <presence type='unavailable'/>
juliet  < <presence type='unavailable' from='{romeo/full}' to='{juliet}'/>
romeo   < nothing
romeo   > <presence to='{juliet}'/>
juliet  < <presence from='{romeo/full}' to='{juliet}'/>
romeo   breaks
juliet  < <presence type='unavailable' from='{romeo/full}' to='{juliet}'/>
juliet  < nothing
