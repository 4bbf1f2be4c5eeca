title   XEP-0012 §3: when a friend logged out, and the status text of the goodbye
users   romeo juliet, friends
juliet  > <presence type='unavailable'><status>Heading Home</status></presence>
juliet  < <presence type='unavailable' from='{juliet/full}'><status>Heading Home</status></presence>
romeo   < <presence type='unavailable' from='{juliet/full}'><status>Heading Home</status></presence>
# still connected, though not available
clock   +30s
romeo   > <iq type='get' id='1' to='{juliet}'><query xmlns='jabber:iq:last'/></iq>
romeo   < <iq type='result' id='1' from='{juliet}'><query xmlns='jabber:iq:last' seconds='0'/></iq>
juliet  disconnects
clock   +15m
romeo   > <iq type='get' id='2' to='{juliet}'><query xmlns='jabber:iq:last'/></iq>
romeo   < <iq type='result' id='2' from='{juliet}'><query xmlns='jabber:iq:last' seconds='900'>Heading Home</query></iq>
restart
romeo   connects
clock   +3s
romeo   > <iq type='get' id='3' to='{juliet}'><query xmlns='jabber:iq:last'/></iq>
romeo   < <iq type='result' id='3' from='{juliet}'><query xmlns='jabber:iq:last' seconds='*'>Heading Home</query></iq>
