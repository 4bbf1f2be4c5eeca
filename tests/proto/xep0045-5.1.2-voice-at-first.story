title   XEP-0045 §5.1.2: newcomers of a moderated room have voice where its owners wish it
users   crone wicca
crone   makes coven as firstwitch
crone   > <iq type='set' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_moderatedroom'><value>1</value></field><field var='members_by_default'><value>1</value></field></x></query></iq>
crone   < <iq type='result' id='1'/>
crone   < <message type='groupchat' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
wicca   enters coven as secondwitch
wicca   > <message type='groupchat' id='m1' to='coven@{muc}'><body>Hail</body></message>
wicca   < <message type='groupchat' id='m1' from='coven@{muc}/secondwitch'><body>Hail</body><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
crone   < <message type='groupchat' id='m1' from='coven@{muc}/secondwitch'><body>Hail</body><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
