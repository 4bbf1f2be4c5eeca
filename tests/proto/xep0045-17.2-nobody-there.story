title   XEP-0045 §7.4, §7.5, §17.2: messages of those who are not in the room, to a room that is not there, and of the wrong type are refused
users   crone wicca
crone   makes coven as firstwitch
wicca   > <message type='groupchat' id='1' to='coven@{muc}'><body>Hail</body></message>
wicca   < <message type='error' id='1' from='coven@{muc}'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
wicca   > <message id='2' type='chat' to='coven@{muc}/firstwitch'><body>Hail</body></message>
wicca   < <message type='error' id='2' from='coven@{muc}/firstwitch'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
wicca   > <message id='3' to='coven@{muc}'><body>Hail</body></message>
wicca   < <message type='error' id='3' from='coven@{muc}'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
wicca   > <message type='groupchat' id='4' to='heath@{muc}'><body>Hail</body></message>
wicca   < <message type='error' id='4' from='heath@{muc}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
wicca   > <message id='5' to='heath@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><invite to='{crone}'/></x></message>
wicca   < <message type='error' id='5' from='heath@{muc}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
wicca   > <message id='6' to='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><invite to='{crone}'/></x></message>
wicca   < <message type='error' id='6' from='coven@{muc}'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
wicca   > <message id='7' type='groupchat' to='coven@{muc}'><subject>Mine</subject></message>
wicca   < <message type='error' id='7' from='coven@{muc}'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
crone   > <message id='8' to='coven@{muc}'><body>Hail</body></message>
crone   < <message type='error' id='8' from='coven@{muc}'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
# errors are answered by nobody
wicca   > <message id='9' type='error' to='coven@{muc}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
wicca   > <message id='10' type='error' to='coven@{muc}/firstwitch'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
wicca   > <presence id='11' type='error' to='coven@{muc}/firstwitch'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
wicca   < nothing
crone   < nothing
