title   XEP-0045 §11.1, §18.1.2: whose client answers that nobody is there is taken out, others are not
users crone wicca hag
crone makes coven as firstwitch
wicca enters coven as secondwitch
hag enters coven as thirdwitch
wicca > <message type='error' id='1' to='coven@{muc}/firstwitch'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
wicca < <presence type='unavailable' from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='{wicca/full}'/><status code='333'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
crone < <presence type='unavailable' from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='{wicca/full}'/><status code='333'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
hag < <presence type='unavailable' from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none'/><status code='333'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
hag > <message type='error' id='2' to='coven@{muc}'><error type='cancel'><feature-not-implemented xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
hag < nothing
