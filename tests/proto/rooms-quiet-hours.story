title   rooms: in the quiet hours of a room only moderators speak; who tries is told until when
option  muc_quiet_zone = UTC
users   crone wicca
crone   makes coven as firstwitch
wicca   enters coven as secondwitch
crone   > <iq type='set' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='x-nexa#roomconfig_quiethours'><value>night</value></field></x></query></iq>
crone   < <iq type='error' id='1' from='coven@{muc}'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
crone   > <iq type='set' id='2' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='x-nexa#roomconfig_quiethours'><value>00:00-12:00, 12:00-24:00</value></field></x></query></iq>
crone   < <iq type='result' id='2'/>
crone   < <message type='groupchat' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
wicca   < <message type='groupchat' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
wicca   > <message type='groupchat' id='m1' to='coven@{muc}'><body>Hail</body></message>
wicca   < <message type='error' id='m1' from='coven@{muc}'><error type='wait'><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
crone   > <message type='groupchat' id='m2' to='coven@{muc}'><body>Hush</body></message>
crone   < <message type='groupchat' id='m2' from='coven@{muc}/firstwitch'><body>Hush</body><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca   < <message type='groupchat' id='m2' from='coven@{muc}/firstwitch'><body>Hush</body><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca   > <message type='groupchat' to='coven@{muc}'><composing xmlns='http://jabber.org/protocol/chatstates'/></message>
wicca   < <message type='groupchat' from='coven@{muc}/secondwitch'>...</message>
crone   < <message type='groupchat' from='coven@{muc}/secondwitch'>...</message>
crone   > <iq type='set' id='3' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='x-nexa#roomconfig_quiethours'><value></value></field></x></query></iq>
crone   < <iq type='result' id='3'/>
crone   < <message type='groupchat' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
wicca   < <message type='groupchat' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
wicca   > <message type='groupchat' id='m3' to='coven@{muc}'><body>Hail</body></message>
wicca   < <message type='groupchat' id='m3' from='coven@{muc}/secondwitch'><body>Hail</body><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
crone   < <message type='groupchat' id='m3' from='coven@{muc}/secondwitch'><body>Hail</body><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
