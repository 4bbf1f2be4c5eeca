title   XEP-0045 §7.2.13 and XEP-0313: who comes after a restart is told what was said before it
users crone wicca
crone makes coven as firstwitch persistentroom=1
crone > <message type='groupchat' id='m1' to='coven@{muc}'><body>1</body></message>
crone < <message type='groupchat' id='m1' from='coven@{muc}/firstwitch'><body>1</body><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='{=a}'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
crone > <message type='groupchat' id='m2' to='coven@{muc}'><body>2</body></message>
crone < <message type='groupchat' id='m2' from='coven@{muc}/firstwitch'><body>2</body><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='{=b}'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
restart
wicca connects
wicca > <presence to='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc'><history maxstanzas='1'/></x></presence>
wicca < <presence from='coven@{muc}/secondwitch'>...</presence>
wicca < <message type='groupchat' id='m2' from='coven@{muc}/firstwitch'><body>2</body><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='{b}'/><delay xmlns='urn:xmpp:delay' from='coven@{muc}' stamp='*'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca < <message type='groupchat'><subject/></message>
