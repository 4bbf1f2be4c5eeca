title   XEP-0317 §3: only admins hand out hats; nobody makes one for himself; what is no hat is refused
users   crone wicca
crone   makes coven as firstwitch
wicca   enters coven as secondwitch
wicca   > <iq type='set' id='1' to='coven@{muc}'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:create'><x xmlns='jabber:x:data' type='submit'><field var='hats#title'><value>Head</value></field><field var='hats#uri'><value>http://a.example/b</value></field></x></command></iq>
wicca   < <iq type='error' id='1'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
wicca   > <iq type='set' id='2' to='coven@{muc}'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:list-assigned'/></iq>
wicca   < <iq type='error' id='2'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
wicca   > <presence to='coven@{muc}/secondwitch'><hats xmlns='urn:xmpp:hats:0'><hat uri='http://a.example/b' title='Forged'/></hats></presence>
wicca   < <presence from='coven@{muc}/secondwitch'><none xmlns='story'><hats xmlns='urn:xmpp:hats:0'>...</hats></none>...</presence>
crone   < <presence from='coven@{muc}/secondwitch'><none xmlns='story'><hats xmlns='urn:xmpp:hats:0'>...</hats></none>...</presence>
crone   > <iq type='set' id='3' to='coven@{muc}'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:create'><x xmlns='jabber:x:data' type='submit'><field var='hats#title'><value>Head</value></field><field var='hats#uri'><value>no uri</value></field></x></command></iq>
crone   < <iq type='error' id='3'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
crone   > <iq type='set' id='4' to='coven@{muc}'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:create'><x xmlns='jabber:x:data' type='submit'><field var='hats#title'><value>Head</value></field><field var='hats#uri'><value>http://a.example/b</value></field><field var='hats#hue'><value>nan</value></field></x></command></iq>
crone   < <iq type='error' id='4'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
crone   > <iq type='set' id='4a' to='coven@{muc}'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:create'><x xmlns='jabber:x:data' type='submit'><field var='hats#title'><value>Head</value></field><field var='hats#uri'><value>http://a.example/b</value></field><field var='hats#hue'><value>-5</value></field></x></command></iq>
crone   < <iq type='error' id='4a'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
crone   > <iq type='set' id='4b' to='coven@{muc}'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:create'><x xmlns='jabber:x:data' type='submit'><field var='hats#title'><value>Head</value></field><field var='hats#uri'><value>http://a.example/b</value></field><field var='hats#hue'><value>0x10</value></field></x></command></iq>
crone   < <iq type='error' id='4b'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
crone   > <iq type='set' id='4c' to='coven@{muc}'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:create'><x xmlns='jabber:x:data' type='submit'><field var='hats#title'><value>Head</value></field><field var='hats#uri'><value>http://a.example/b</value></field><field var='hats#hue'><value>360.5</value></field></x></command></iq>
crone   < <iq type='error' id='4c'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
crone   > <iq type='set' id='5' to='coven@{muc}'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:assign'><x xmlns='jabber:x:data' type='submit'><field var='hats#jid'><value>{wicca}</value></field><field var='hats#uri'><value>http://a.example/b</value></field></x></command></iq>
crone   < <iq type='error' id='5'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
crone   > <iq type='set' id='6' to='coven@{muc}'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:dance'/></iq>
crone   < <iq type='error' id='6'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
crone   > <iq type='set' id='7' to='coven@{muc}'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:create' action='cancel'/></iq>
crone   < <iq type='result' id='7'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:create' sessionid='*' status='canceled'/></iq>
# discovery (XEP-0050 section 2)
wicca   > <iq type='get' id='8' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/disco#items' node='http://jabber.org/protocol/commands'/></iq>
wicca   < <iq type='result' id='8'><query xmlns='http://jabber.org/protocol/disco#items' node='http://jabber.org/protocol/commands'><item jid='coven@{muc}' node='urn:xmpp:hats:commands:list' name='*'/></query></iq>
crone   > <iq type='get' id='9' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/disco#info' node='urn:xmpp:hats:commands:assign'/></iq>
crone   < <iq type='result' id='9'><query xmlns='http://jabber.org/protocol/disco#info' node='urn:xmpp:hats:commands:assign'><identity category='automation' type='command-node' name='*'/><feature var='http://jabber.org/protocol/commands'/></query></iq>
