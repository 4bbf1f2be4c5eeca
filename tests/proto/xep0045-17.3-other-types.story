title   XEP-0045 §17.3 rules 1, 2 and 5: only available presence enters, only unavailable presence leaves, and who is not there leaves in silence
users   crone wicca
crone   makes coven as firstwitch
wicca   > <presence to='coven@{muc}/secondwitch' type='unavailable'><x xmlns='http://jabber.org/protocol/muc'/></presence>
wicca   > <presence to='heath@{muc}/secondwitch' type='unavailable'/>
wicca   < nothing
# a room has no presence to subscribe to (18.2.2)
crone   > <presence to='coven@{muc}/firstwitch' type='subscribe' id='1'/>
crone   < <presence type='error' id='1' from='coven@{muc}/firstwitch'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
crone   > <presence to='coven@{muc}/firstwitch' type='unsubscribed' id='2'/>
crone   < <presence type='error' id='2' from='coven@{muc}/firstwitch'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
wicca   > <presence to='coven@{muc}/secondwitch' id='1'><x xmlns='http://jabber.org/protocol/muc'></x></presence>
wicca   < <presence from='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='{wicca/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <message type='groupchat' from='coven@{muc}'><subject/></message>
crone   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='{wicca/full}'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
