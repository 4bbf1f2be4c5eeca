title   XEP-0317 §3: where the owners want no hats nobody wears them, nobody is offered commands or the feature; they come back when the owners want them again
users   crone wicca
crone   makes coven as firstwitch persistentroom=1
wicca   enters coven as secondwitch
crone   > <iq type='set' id='1' to='coven@{muc}'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:create'><x xmlns='jabber:x:data' type='submit'><field var='hats#title'><value>Teacher</value></field><field var='hats#uri'><value>http://tech.example.edu/hats#Teacher</value></field></x></command></iq>
crone   < <iq type='result' id='1'>...</iq>
crone   < <message type='groupchat' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
wicca   < <message type='groupchat' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
crone   > <iq type='set' id='2' to='coven@{muc}'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:assign'><x xmlns='jabber:x:data' type='submit'><field var='hats#jid'><value>{wicca}</value></field><field var='hats#uri'><value>http://tech.example.edu/hats#Teacher</value></field></x></command></iq>
crone   < <iq type='result' id='2'>...</iq>
crone   < <presence from='coven@{muc}/secondwitch'><hats xmlns='urn:xmpp:hats:0'><hat uri='http://tech.example.edu/hats#Teacher' title='Teacher'/></hats>...</presence>
wicca   < <presence from='coven@{muc}/secondwitch'><hats xmlns='urn:xmpp:hats:0'><hat uri='http://tech.example.edu/hats#Teacher' title='Teacher'/></hats>...</presence>
crone   > <iq type='set' id='3' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_enable_hats'><value>0</value></field></x></query></iq>
crone   < <iq type='result' id='3'/>
crone   < <presence from='coven@{muc}/secondwitch'><none xmlns='story'><hats xmlns='urn:xmpp:hats:0'>...</hats></none>...</presence>
crone   < <message type='groupchat' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
wicca   < <presence from='coven@{muc}/secondwitch'><none xmlns='story'><hats xmlns='urn:xmpp:hats:0'>...</hats></none>...</presence>
wicca   < <message type='groupchat' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
wicca   > <iq type='get' id='4' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
wicca   < <iq type='result' id='4'><query xmlns='http://jabber.org/protocol/disco#info'><none xmlns='story'><feature xmlns='http://jabber.org/protocol/disco#info' var='urn:xmpp:hats:0'/></none>...</query></iq>
crone   > <iq type='set' id='5' to='coven@{muc}'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:list'></command></iq>
crone   < <iq type='error' id='5'><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
crone   > <iq type='set' id='6' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_enable_hats'><value>1</value></field></x></query></iq>
crone   < <iq type='result' id='6'/>
crone   < <presence from='coven@{muc}/secondwitch'><hats xmlns='urn:xmpp:hats:0'><hat uri='http://tech.example.edu/hats#Teacher' title='Teacher'/></hats>...</presence>
crone   < <message type='groupchat' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
wicca   < <presence from='coven@{muc}/secondwitch'><hats xmlns='urn:xmpp:hats:0'><hat uri='http://tech.example.edu/hats#Teacher' title='Teacher'/></hats>...</presence>
wicca   < <message type='groupchat' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
