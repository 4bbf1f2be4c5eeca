title   XEP-0045 §7.5: the room says who may send private messages
users crone wicca
crone makes coven as firstwitch allowpm=moderators
wicca enters coven as secondwitch
wicca > <message type='chat' id='1' to='coven@{muc}/firstwitch'><body>Psst</body></message>
wicca < <message type='error' id='1' from='coven@{muc}/firstwitch'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
crone > <message type='chat' id='2' to='coven@{muc}/secondwitch'><body>Psst</body></message>
wicca < <message type='chat' id='2' from='coven@{muc}/firstwitch'><body>Psst</body><x xmlns='http://jabber.org/protocol/muc#user'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
