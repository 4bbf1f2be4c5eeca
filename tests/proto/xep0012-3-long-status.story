title   XEP-0012 §3: of a status text that is too long the beginning is kept, in whole characters
users   romeo juliet, friends
juliet  > <presence type='unavailable'><status>{repeat 600 ж}</status></presence>
juliet  < <presence type='unavailable'>...</presence>
romeo   < <presence type='unavailable'>...</presence>
juliet  disconnects
romeo   > <iq type='get' id='1' to='{juliet}'><query xmlns='jabber:iq:last'/></iq>
romeo   < <iq type='result' id='1' from='{juliet}'><query xmlns='jabber:iq:last' seconds='0'>{repeat 511 ж}</query></iq>
