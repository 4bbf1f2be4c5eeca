title   XEP-0012 §3: a connection that breaks is a logout without a text, whatever was said before
users   romeo juliet, friends
juliet  > <presence type='unavailable'><status>Heading Home</status></presence>
juliet  < <presence type='unavailable' from='{juliet/full}'><status>Heading Home</status></presence>
romeo   < <presence type='unavailable' from='{juliet/full}'><status>Heading Home</status></presence>
juliet  > <presence/>
juliet  < <presence from='{juliet/full}'/>
juliet  < <presence from='{romeo/full}'/>
romeo   < <presence from='{juliet/full}'/>
juliet  breaks
romeo   < <presence type='unavailable' from='{juliet/full}'/>
clock   +1m
romeo   > <iq type='get' id='1' to='{juliet}'><query xmlns='jabber:iq:last'/></iq>
romeo   < <iq type='result' id='1' from='{juliet}'><query xmlns='jabber:iq:last' seconds='60'/></iq>
