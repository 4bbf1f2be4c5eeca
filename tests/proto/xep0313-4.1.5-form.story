title   XEP-0313 §4.1.5, §5: the fields that there are, and where the archive begins and ends
users crone wicca
crone makes coven as firstwitch persistentroom=1
wicca > <iq type='get' id='1' to='coven@{muc}'><query xmlns='urn:xmpp:mam:2'/></iq>
wicca < <iq type='result' id='1'><query xmlns='urn:xmpp:mam:2'><x xmlns='jabber:x:data' type='form'><field type='hidden' var='FORM_TYPE'><value>urn:xmpp:mam:2</value></field><field type='jid-single' var='with'/><field type='text-single' var='start'/><field type='text-single' var='end'/><field type='text-single' var='before-id'/><field type='text-single' var='after-id'/><field type='list-multi' var='ids'><validate xmlns='http://jabber.org/protocol/xdata-validate' datatype='xs:string'><open/></validate></field></x></query></iq>
wicca > <iq type='get' id='2' to='coven@{muc}'><metadata xmlns='urn:xmpp:mam:2'/></iq>
wicca < <iq type='result' id='2'><metadata xmlns='urn:xmpp:mam:2'/></iq>
crone > <message type='groupchat' id='m1' to='coven@{muc}'><body>1</body></message>
crone < <message type='groupchat' id='m1' from='coven@{muc}/firstwitch'><body>1</body><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='{=a}'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
crone > <message type='groupchat' id='m2' to='coven@{muc}'><body>2</body></message>
crone < <message type='groupchat' id='m2' from='coven@{muc}/firstwitch'><body>2</body><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='{=b}'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca > <iq type='get' id='3' to='coven@{muc}'><metadata xmlns='urn:xmpp:mam:2'/></iq>
wicca < <iq type='result' id='3'><metadata xmlns='urn:xmpp:mam:2'><start id='{a}' timestamp='*'/><end id='{b}' timestamp='*'/></metadata></iq>
