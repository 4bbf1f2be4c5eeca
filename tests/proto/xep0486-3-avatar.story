title   XEP-0486 §3: an owner gives the room a picture; everybody hears, finds its hash and gets it, also after a restart, until it is taken away
users   crone wicca hag
crone   makes coven as firstwitch persistentroom=1
wicca   enters coven as secondwitch
hag     > <iq type='get' id='1' to='{muc}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
hag     < <iq type='result' id='1'><query xmlns='http://jabber.org/protocol/disco#info'>...<feature var='vcard-temp'/></query></iq>
hag     > <iq type='get' id='2' to='coven@{muc}'><vCard xmlns='vcard-temp'/></iq>
hag     < <iq type='error' id='2'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
crone   > <iq type='set' id='3' to='coven@{muc}'><vCard xmlns='vcard-temp'><PHOTO><TYPE>image/svg+xml</TYPE><BINVAL>YSByZWQg c3F1YXJl</BINVAL></PHOTO></vCard></iq>
crone   < <iq type='result' id='3'/>
crone   < <message type='groupchat' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
wicca   < <message type='groupchat' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
hag     > <iq type='get' id='4' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
hag     < <iq type='result' id='4'><query xmlns='http://jabber.org/protocol/disco#info'>...<feature var='vcard-temp'/><x xmlns='jabber:x:data' type='result'>...<field type='text-single' var='*'><value>baa255f866da21a7875dda6021125ba03b3a7a54</value></field><field type='text-multi' var='muc#roominfo_avatarhash' label='*'><value>baa255f866da21a7875dda6021125ba03b3a7a54</value></field></x></query></iq>
restart
hag     connects
hag     > <iq type='get' id='5' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
hag     < <iq type='result' id='5'><query xmlns='http://jabber.org/protocol/disco#info'>...<x xmlns='jabber:x:data' type='result'>...<field type='text-multi' var='muc#roominfo_avatarhash' label='*'><value>baa255f866da21a7875dda6021125ba03b3a7a54</value></field></x></query></iq>
hag     > <iq type='get' id='6' to='coven@{muc}'><vCard xmlns='vcard-temp'/></iq>
hag     < <iq type='result' id='6'><vCard xmlns='vcard-temp'><PHOTO><TYPE>image/svg+xml</TYPE><BINVAL>YSByZWQg c3F1YXJl</BINVAL></PHOTO></vCard></iq>
crone   connects
crone   > <iq type='set' id='7' to='coven@{muc}'><vCard xmlns='vcard-temp'/></iq>
crone   < <iq type='result' id='7'/>
hag     > <iq type='get' id='8' to='coven@{muc}'><vCard xmlns='vcard-temp'/></iq>
hag     < <iq type='error' id='8'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
hag     > <iq type='get' id='9' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
hag     < <iq type='result' id='9'><query xmlns='http://jabber.org/protocol/disco#info'>...<x xmlns='jabber:x:data' type='result'>...<none xmlns='story'><field xmlns='jabber:x:data' type='text-multi' var='muc#roominfo_avatarhash' label='*'>...</field></none></x></query></iq>
