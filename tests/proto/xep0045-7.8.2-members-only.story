title   XEP-0045 §7.8.2: in a members-only room admins invite, and who is invited may enter; the password goes along
users crone wicca hag
crone makes coven as firstwitch membersonly=1 passwordprotectedroom=1 roomsecret=cauldronburn
crone > <message id='1' to='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><invite to='{hag}'/></x></message>
hag < <message id='1' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><invite from='{crone}'/><password>cauldronburn</password></x></message>
hag > <presence to='coven@{muc}/thirdwitch'><x xmlns='http://jabber.org/protocol/muc'><password>cauldronburn</password></x></presence>
hag < <presence from='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
hag < <presence from='coven@{muc}/thirdwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='participant' jid='{hag/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
hag < <message type='groupchat'><subject/></message>
crone < <presence from='coven@{muc}/thirdwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='participant' jid='{hag/full}'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
hag > <message id='2' to='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><invite to='{wicca}'/></x></message>
hag < <message type='error' id='2' from='coven@{muc}'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
