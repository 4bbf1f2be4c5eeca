title   XEP-0012 §3: as long as one resource is connected the answer is 0; then the last logout counts
users   romeo juliet, friends
juliet/second connects without presence
juliet  > <presence type='unavailable'><status>Bye</status></presence>
juliet  < <presence type='unavailable' from='{juliet/full}'><status>Bye</status></presence>
romeo   < <presence type='unavailable' from='{juliet/full}'><status>Bye</status></presence>
juliet  disconnects
clock   +1m
romeo   > <iq type='get' id='1' to='{juliet}'><query xmlns='jabber:iq:last'/></iq>
romeo   < <iq type='result' id='1' from='{juliet}'><query xmlns='jabber:iq:last' seconds='0'/></iq>
juliet/second disconnects
clock   +30s
romeo   > <iq type='get' id='2' to='{juliet}'><query xmlns='jabber:iq:last'/></iq>
romeo   < <iq type='result' id='2' from='{juliet}'><query xmlns='jabber:iq:last' seconds='30'>Bye</query></iq>
