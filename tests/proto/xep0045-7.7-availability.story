title   XEP-0045 §7.7: presence in the room is shown to all
users crone wicca hag
crone makes coven as firstwitch
wicca enters coven as secondwitch
wicca > <presence to='coven@{muc}/secondwitch'><show>xa</show><status>gone where the goblins go</status></presence>
wicca < <presence from='coven@{muc}/secondwitch'><show>xa</show><status>gone where the goblins go</status><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='{wicca/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
crone < <presence from='coven@{muc}/secondwitch'><show>xa</show><status>gone where the goblins go</status><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='{wicca/full}'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
