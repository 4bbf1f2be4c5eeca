title   XEP-0313 §6.2, XEP-0045 §10.9: a room that is made again under the same name has nothing of the old one
users crone wicca
crone makes coven as firstwitch persistentroom=1
crone > <message type='groupchat' id='m1' to='coven@{muc}'><body>1</body></message>
crone < <message type='groupchat' id='m1' from='coven@{muc}/firstwitch'><body>1</body><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='{=a}'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
crone > <iq type='set' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><destroy/></query></iq>
crone < <presence type='unavailable' from='coven@{muc}/firstwitch'>...</presence>
crone < <iq type='result' id='1'/>
clock +1s
crone makes coven as firstwitch persistentroom=1
crone > <iq type='set' id='2' to='coven@{muc}'><query xmlns='urn:xmpp:mam:2'></query></iq>
crone < <iq type='result' id='2' from='coven@{muc}'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm'></set></fin></iq>
