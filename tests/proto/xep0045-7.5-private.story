title   XEP-0045 §7.5: private messages go to one occupant, and say so
users crone wicca hag
crone makes coven as firstwitch
wicca enters coven as secondwitch
wicca > <message type='chat' id='1' to='coven@{muc}/firstwitch'><body>Psst</body></message>
crone < <message type='chat' id='1' from='coven@{muc}/secondwitch'><body>Psst</body><x xmlns='http://jabber.org/protocol/muc#user'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca > <message type='groupchat' id='2' to='coven@{muc}/firstwitch'><body>Psst</body></message>
wicca < <message type='error' id='2' from='coven@{muc}/firstwitch'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
wicca > <message type='chat' id='3' to='coven@{muc}/nobody'><body>Psst</body></message>
wicca < <message type='error' id='3' from='coven@{muc}/nobody'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
hag > <message type='chat' id='4' to='coven@{muc}/firstwitch'><body>Psst</body></message>
hag < <message type='error' id='4' from='coven@{muc}/firstwitch'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
