title   XEP-0045 §7.2.5: no entry without the password
users crone wicca
crone makes coven as firstwitch passwordprotectedroom=1 roomsecret=cauldronburn
wicca > <presence to='coven@{muc}/secondwitch' id='1'><x xmlns='http://jabber.org/protocol/muc'/></presence>
wicca < <presence type='error' id='1' from='coven@{muc}/secondwitch'><error type='auth'><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
wicca > <presence to='coven@{muc}/secondwitch' id='2'><x xmlns='http://jabber.org/protocol/muc'><password>wrong</password></x></presence>
wicca < <presence type='error' id='2' from='coven@{muc}/secondwitch'><error type='auth'><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
wicca > <presence to='coven@{muc}/secondwitch' id='3'><x xmlns='http://jabber.org/protocol/muc'><password>cauldronburn</password></x></presence>
wicca < <presence from='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='{wicca/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca < <message type='groupchat'><subject/></message>
crone < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='{wicca/full}'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
