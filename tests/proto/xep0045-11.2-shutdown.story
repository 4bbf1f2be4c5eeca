title   XEP-0045 §11.2: when the server stops, everybody in a room is told so with 332, once, and behind that only the stream ends
users   crone wicca
crone   makes coven as firstwitch persistentroom=1
wicca   enters coven as secondwitch
wicca   > <message type='groupchat' id='m1' to='coven@{muc}'><body>Harpier cries</body></message>
wicca   < <message type='groupchat' id='m1' from='coven@{muc}/secondwitch'>...</message>
crone   < <message type='groupchat' id='m1' from='coven@{muc}/secondwitch'>...</message>
stop
crone   < <presence type='unavailable' from='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none'/><status code='110'/><status code='332'/></x></presence>
crone   < <stream:error><system-shutdown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
crone   closed
wicca   < <presence type='unavailable' from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none'/><status code='110'/><status code='332'/></x></presence>
wicca   < <stream:error><system-shutdown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
wicca   closed
