title   XEP-0045 §7.8.2: who invites an address that nobody has is told so; it makes no member
users   crone
crone   makes coven as firstwitch membersonly=1
crone   > <message id='1' to='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><invite to='nobody@{host}'/></x></message>
crone   < <message type='error' id='1' from='coven@{muc}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
crone   > <message id='2' to='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><invite to='hecate@elsewhere.example'/></x></message>
crone   < <message type='error' id='2' from='coven@{muc}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
crone   > <iq type='get' id='3' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member'/></query></iq>
crone   < <iq type='result' id='3'><query xmlns='http://jabber.org/protocol/muc#admin'/></iq>
