title   XEP-0045 §18.1 rule 1, XEP-0424: who takes something back needs no moderator for it, and says nothing with it
users   crone wicca
crone   makes coven as firstwitch persistentroom=1
wicca   enters coven as secondwitch
wicca   > <message type='groupchat' id='m1' to='coven@{muc}'><body>Hail</body></message>
wicca   < <message type='groupchat' id='m1' from='coven@{muc}/secondwitch'><body>Hail</body><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='{=id}'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
crone   < <message type='groupchat' id='m1' from='coven@{muc}/secondwitch'>...</message>
crone   > <iq type='set' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='x-nexa#roomconfig_holdmessages'><value>1</value></field></x></query></iq>
crone   < <iq type='result' id='1'/>
crone   < <message type='groupchat' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
wicca   < <message type='groupchat' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
wicca   > <message type='groupchat' id='m2' to='coven@{muc}'><retract xmlns='urn:xmpp:message-retract:1' id='{id}'/><body>You are all fools</body></message>
wicca   < <message type='groupchat' id='m2' from='coven@{muc}/secondwitch'><retract xmlns='urn:xmpp:message-retract:1' id='{id}'/><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='*'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
crone   < <message type='groupchat' id='m2' from='coven@{muc}/secondwitch'><retract xmlns='urn:xmpp:message-retract:1' id='{id}'/><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='*'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
