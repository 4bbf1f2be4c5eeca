title   XEP-0045 §7.13: how soon a visitor may ask for voice again the owners of the room decide
users   crone wicca
crone   makes coven as firstwitch moderatedroom=1
crone   > <iq type='set' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='voice_request_min_interval'><value>60</value></field></x></query></iq>
crone   < <iq type='result' id='1'/>
crone   < <message type='groupchat' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
wicca   enters coven as secondwitch
wicca   > <message id='2' to='coven@{muc}'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#request</value></field><field var='muc#role'><value>participant</value></field></x></message>
crone   < <message from='coven@{muc}'>...</message>
clock   +50s
wicca   > <message id='3' to='coven@{muc}'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#request</value></field><field var='muc#role'><value>participant</value></field></x></message>
wicca   < <message type='error' id='3' from='coven@{muc}'><error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
clock   +11s
wicca   > <message id='4' to='coven@{muc}'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#request</value></field><field var='muc#role'><value>participant</value></field></x></message>
crone   < <message from='coven@{muc}'>...</message>
