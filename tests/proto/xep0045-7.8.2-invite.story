title   XEP-0045 §7.8.2: the room passes invitations on, and the refusal to the inviter
users crone wicca hag
crone makes coven as firstwitch
wicca enters coven as secondwitch
wicca > <message id='1' to='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><invite to='{hag}'><reason>Come</reason></invite></x></message>
hag < <message id='1' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><invite from='{wicca}'><reason>Come</reason></invite></x></message>
hag > <message id='2' to='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><decline to='{wicca}'><reason>Busy</reason></decline></x></message>
wicca < <message id='2' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><decline from='{hag}'><reason>Busy</reason></decline></x></message>
# the room is no way to write to anybody, and does not tell who is in it
hag > <message id='3' to='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><decline to='{hag}'/></x></message>
hag < nothing
hag > <message id='4' to='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><invite to='{hag}'/></x></message>
hag < <message type='error' id='4' from='coven@{muc}'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
