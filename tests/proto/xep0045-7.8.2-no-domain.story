title   XEP-0045 §7.8.2: one invites people, and no whole domain becomes a member of a room for members only
users crone wicca hag
crone makes coven as firstwitch membersonly=1 allowinvites=1
crone > <iq type='set' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='{wicca}'/></query></iq>
crone < <iq type='result' id='1'/>
crone < <message from='coven@{muc}'>...</message>
wicca enters coven as secondwitch
wicca > <message id='2' to='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><invite to='{host}'/></x></message>
wicca < <message type='error' id='2' from='coven@{muc}'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
hag > <presence to='coven@{muc}/thirdwitch'><x xmlns='http://jabber.org/protocol/muc'/></presence>
hag < <presence type='error' from='coven@{muc}/thirdwitch'><error type='auth'><registration-required xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
