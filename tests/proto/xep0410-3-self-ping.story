title   XEP-0410 §3: the room tells a client whether it is still in it
users crone wicca hag
crone makes coven as firstwitch
wicca enters coven as secondwitch
wicca > <iq type='get' id='1' to='coven@{muc}/secondwitch'><ping xmlns='urn:xmpp:ping'/></iq>
wicca < <iq type='result' id='1' from='coven@{muc}/secondwitch'/>
hag > <iq type='get' id='2' to='coven@{muc}/secondwitch'><ping xmlns='urn:xmpp:ping'/></iq>
hag < <iq type='error' id='2' from='coven@{muc}/secondwitch'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
