title   XEP-0012 §3: who has just left is told to have left, also when the server stops at that moment
users   romeo juliet, friends
juliet  > <presence type='unavailable'><status>Bye</status></presence>
juliet  < <presence type='unavailable' from='{juliet/full}'><status>Bye</status></presence>
romeo   < <presence type='unavailable' from='{juliet/full}'><status>Bye</status></presence>
juliet  disconnects
romeo   > <iq type='get' id='1' to='{juliet}'><query xmlns='jabber:iq:last'/></iq>
romeo   < <iq type='result' id='1' from='{juliet}'><query xmlns='jabber:iq:last' seconds='0'>Bye</query></iq>
juliet  connects
juliet  > <presence type='unavailable'><status>For good</status></presence>
juliet  < <presence type='unavailable' from='{juliet/full}'><status>For good</status></presence>
romeo   < <presence type='unavailable' from='{juliet/full}'><status>For good</status></presence>
juliet  disconnects
restart
romeo   connects
romeo   > <iq type='get' id='2' to='{juliet}'><query xmlns='jabber:iq:last'/></iq>
romeo   < <iq type='result' id='2' from='{juliet}'><query xmlns='jabber:iq:last' seconds='0'>For good</query></iq>
