title   XEP-0045 §7.4: what is said is reflected to all with its id; strangers and visitors do not speak
users crone wicca hag
crone makes coven as firstwitch moderatedroom=1
wicca enters coven as secondwitch
crone > <message type='groupchat' id='m1' to='coven@{muc}'><body>1</body></message>
crone < <message type='groupchat' id='m1' from='coven@{muc}/firstwitch'><body>1</body><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca < <message type='groupchat' id='m1' from='coven@{muc}/firstwitch'><body>1</body><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca > <message type='groupchat' id='2' to='coven@{muc}'><body>Me too</body></message>
wicca < <message type='error' id='2' from='coven@{muc}'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
hag > <message type='groupchat' id='3' to='coven@{muc}'><body>And I?</body></message>
hag < <message type='error' id='3' from='coven@{muc}'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
hag > <message type='groupchat' id='4' to='heath@{muc}'><body>And there?</body></message>
hag < <message type='error' id='4' from='heath@{muc}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
wicca > <message type='chat' id='5' to='coven@{muc}'><body>?</body></message>
wicca < <message type='error' id='5' from='coven@{muc}'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
