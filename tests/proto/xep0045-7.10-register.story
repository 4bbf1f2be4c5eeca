title   XEP-0045 §7.10, §7.12: registering makes a member whose nickname nobody else gets
users crone wicca hag
crone makes coven as firstwitch
wicca enters coven as secondwitch
hag > <iq type='get' id='1' to='coven@{muc}'><query xmlns='jabber:iq:register'/></iq>
hag < <iq type='result' id='1'><query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='form'>...<field var='muc#register_roomnick' type='text-single' label='*'><required/></field></x></query></iq>
hag > <iq type='set' id='2' to='coven@{muc}'><query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#register</value></field><field var='muc#register_roomnick'><value>secondwitch</value></field></x></query></iq>
hag < <iq type='error' id='2' from='coven@{muc}'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
hag > <iq type='set' id='3' to='coven@{muc}'><query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#register</value></field><field var='muc#register_roomnick'><value>thirdwitch</value></field></x></query></iq>
hag < <iq type='result' id='3'/>
hag > <iq type='get' id='4' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/disco#info' node='x-roomuser-item'/></iq>
hag < <iq type='result' id='4'><query xmlns='http://jabber.org/protocol/disco#info' node='x-roomuser-item'><identity category='conference' type='text' name='thirdwitch'/></query></iq>
hag > <iq type='get' id='5' to='coven@{muc}'><query xmlns='jabber:iq:register'/></iq>
hag < <iq type='result' id='5'><query xmlns='jabber:iq:register'><registered/><username>thirdwitch</username>...</query></iq>
wicca > <presence to='coven@{muc}/thirdwitch' id='6'/>
wicca < <presence type='error' id='6' from='coven@{muc}/thirdwitch'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
wicca > <iq type='set' id='7' to='coven@{muc}'><query xmlns='jabber:iq:register'/></iq>
wicca < <iq type='error' id='7' from='coven@{muc}'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
wicca > <iq type='set' id='8' to='coven@{muc}'><query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#register</value></field><field var='muc#register_roomnick'><value>secondwitch</value></field></x></query></iq>
wicca < <iq type='result' id='8'/>
wicca < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='participant' jid='{wicca/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
crone < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='participant' jid='{wicca/full}'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca > <iq type='set' id='9' to='coven@{muc}'><query xmlns='jabber:iq:register'><remove/></query></iq>
wicca < <iq type='result' id='9'/>
wicca < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='{wicca/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
crone < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='{wicca/full}'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
