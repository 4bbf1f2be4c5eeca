title   rooms: what is older than a room keeps it is shown to nobody, and is removed; what is newer stays
users   crone wicca
crone   makes coven as firstwitch persistentroom=1 x-nexa#roomconfig_archivedays=2
crone   > <message type='groupchat' id='m1' to='coven@{muc}'><body>Old</body></message>
crone   < <message type='groupchat' id='m1' from='coven@{muc}/firstwitch'><body>Old</body><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='{=old}'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
clock   +47h
crone   > <message type='groupchat' id='m2' to='coven@{muc}'><body>New</body></message>
crone   < <message type='groupchat' id='m2' from='coven@{muc}/firstwitch'><body>New</body><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='*'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
clock   +30m
wicca   > <iq type='set' id='1' to='coven@{muc}'><query xmlns='urn:xmpp:mam:2'/></iq>
wicca   < <message from='coven@{muc}'><result xmlns='urn:xmpp:mam:2' id='*'>...</result></message>
wicca   < <message from='coven@{muc}'><result xmlns='urn:xmpp:mam:2' id='*'>...</result></message>
wicca   < <iq type='result' id='1'>...</iq>
clock   +31m
# it is still on the disk
wicca   > <iq type='set' id='5' to='coven@{muc}'><query xmlns='urn:xmpp:mam:2'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>urn:xmpp:mam:2</value></field><field var='ids'><value>{old}</value></field></x></query></iq>
wicca   < <iq type='error' id='5'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
clock   +9m
wicca   > <iq type='set' id='2' to='coven@{muc}'><query xmlns='urn:xmpp:mam:2'/></iq>
wicca   < <message from='coven@{muc}'><result xmlns='urn:xmpp:mam:2' id='*'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='*'/><message xmlns='jabber:client' type='groupchat' id='m2' from='coven@{muc}/firstwitch'>...</message></forwarded></result></message>
wicca   < <iq type='result' id='2'>...</iq>
wicca   > <presence to='coven@{muc}/secondwitch' id='1'><x xmlns='http://jabber.org/protocol/muc'></x></presence>
wicca   < <presence from='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='{wicca/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <message type='groupchat' id='m2' from='coven@{muc}/firstwitch'><body>New</body><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='*'/><delay xmlns='urn:xmpp:delay' from='coven@{muc}' stamp='*'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca   < <message type='groupchat' from='coven@{muc}'><subject/></message>
crone   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='{wicca/full}'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
# removed, not only hidden: it does not come back with a longer time
clock   +1h
crone   > <iq type='set' id='3' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='x-nexa#roomconfig_archivedays'><value>0</value></field></x></query></iq>
crone   < <iq type='result' id='3'/>
crone   < <message type='groupchat' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
wicca   < <message type='groupchat' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
wicca   > <iq type='set' id='4' to='coven@{muc}'><query xmlns='urn:xmpp:mam:2'/></iq>
wicca   < <message from='coven@{muc}'><result xmlns='urn:xmpp:mam:2' id='*'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='*'/><message xmlns='jabber:client' type='groupchat' id='m2' from='coven@{muc}/firstwitch'>...</message></forwarded></result></message>
wicca   < <iq type='result' id='4'>...</iq>
