title   XEP-0045 §7.4, §14.6: how long a message may be the administrator decides, and the owners of the room
option  muc_body_max = 200
users   crone
crone   makes coven as firstwitch
crone   > <message type='groupchat' id='m1' to='coven@{muc}'><body>{repeat 201 x}</body></message>
crone   < <message type='error' id='m1' from='coven@{muc}'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
crone   > <message type='groupchat' id='m2' to='coven@{muc}'><body>{repeat 200 x}</body></message>
crone   < <message type='groupchat' id='m2' from='coven@{muc}/firstwitch'><body>{repeat 200 x}</body><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
crone   > <iq type='set' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='x-nexa#roomconfig_maxbody'><value>10</value></field></x></query></iq>
crone   < <iq type='result' id='1'/>
crone   < <message type='groupchat' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
crone   > <message type='groupchat' id='m3' to='coven@{muc}'><body>elevenchars</body></message>
crone   < <message type='error' id='m3' from='coven@{muc}'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
