title   XEP-0045 §17.3: who reads slowly misses no presence of a room, because nothing else would tell who is in it
option  output_drop = 16k
users   crone wicca
crone   makes coven as firstwitch
wicca   enters coven as secondwitch
crone   reads nothing
wicca   > <message type='groupchat' id='1' to='coven@{muc}'><body>{repeat 60000 x}</body></message>
wicca   < <message type='groupchat' id='1'>...</message>
wicca   > <message type='groupchat' id='2' to='coven@{muc}'><body>{repeat 60000 x}</body></message>
wicca   < <message type='groupchat' id='2'>...</message>
wicca   > <message type='groupchat' id='3' to='coven@{muc}'><body>{repeat 60000 x}</body></message>
wicca   < <message type='groupchat' id='3'>...</message>
wicca   > <presence to='coven@{muc}/secondwitch'><show>away</show></presence>
wicca   < <presence from='coven@{muc}/secondwitch'><show>away</show><x xmlns='http://jabber.org/protocol/muc#user'>...</x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   > <presence type='unavailable' to='coven@{muc}/secondwitch'/>
wicca   < <presence type='unavailable' from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'>...</x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
crone   reads
crone   < <message type='groupchat' id='1'>...</message>
crone   < <message type='groupchat' id='2'>...</message>
crone   < <message type='groupchat' id='3'>...</message>
crone   < <presence from='coven@{muc}/secondwitch'><show>away</show><x xmlns='http://jabber.org/protocol/muc#user'>...</x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
crone   < <presence type='unavailable' from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'>...</x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
