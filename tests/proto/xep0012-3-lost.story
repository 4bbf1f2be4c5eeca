title   XEP-0012 §3: when a logout could not be written down, the last login is the latest that is known
users   romeo juliet, friends
juliet  > <presence type='unavailable'><status>Bye</status></presence>
juliet  < <presence type='unavailable' from='{juliet/full}'><status>Bye</status></presence>
romeo   < <presence type='unavailable' from='{juliet/full}'><status>Bye</status></presence>
juliet  disconnects
clock   +1m
juliet  connects
clock   +1m
fault   store.full:1
juliet  breaks
romeo   < <presence type='unavailable' from='{juliet/full}'/>
clock   +1s
log     ERROR cannot store:
log     ERROR cannot store when somebody left
clock   +59s
romeo   > <iq type='get' id='1' to='{juliet}'><query xmlns='jabber:iq:last'/></iq>
romeo   < <iq type='result' id='1' from='{juliet}'><query xmlns='jabber:iq:last' seconds='120'/></iq>
