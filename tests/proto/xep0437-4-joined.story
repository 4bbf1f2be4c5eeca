title   XEP-0437 §3.1, §4: a client that is in the room hears nothing besides; each device for itself; it ends with the session
users   crone wicca
crone   makes coven as firstwitch
crone   > <iq type='set' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='{wicca}'/></query></iq>
crone   <~ <iq type='result' id='1'/>
crone   <~ <message from='coven@{muc}'>...</message>
wicca   < <message from='coven@{muc}'>...</message>
wicca/pda connects
wicca   > <presence to='{muc}'><rai xmlns='urn:xmpp:rai:0'/></presence>
wicca/pda > <presence to='{muc}'><rai xmlns='urn:xmpp:rai:0'/></presence>
wicca   > <presence to='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc'/></presence>
wicca   <~ <message type='groupchat'><subject/></message>
wicca   < <presence from='coven@{muc}/firstwitch'>...</presence>
wicca   < <presence from='coven@{muc}/secondwitch'>...</presence>
crone   < <presence from='coven@{muc}/secondwitch'>...</presence>
crone   > <message type='groupchat' id='2' to='coven@{muc}'><body>one</body></message>
crone   < <message type='groupchat' id='2'>...</message>
wicca   < <message type='groupchat' id='2'>...</message>
wicca   < nothing
wicca/pda < <message from='{muc}'><rai xmlns='urn:xmpp:rai:0'><activity>coven@{muc}</activity></rai></message>
wicca/pda breaks
wicca   <~ <presence type='unavailable' from='{wicca/pda}'/>
crone   > <message type='groupchat' id='3' to='coven@{muc}'><body>two</body></message>
crone   < <message type='groupchat' id='3'>...</message>
wicca   < <message type='groupchat' id='3'>...</message>
