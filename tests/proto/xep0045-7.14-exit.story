title   XEP-0045 §7.14: who leaves is shown out, with the parting words
users crone wicca hag
crone makes coven as firstwitch
wicca enters coven as secondwitch
wicca > <presence type='unavailable' to='coven@{muc}/secondwitch'><status>Farewell</status></presence>
wicca < <presence type='unavailable' from='coven@{muc}/secondwitch'><status>Farewell</status><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='{wicca/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
crone < <presence type='unavailable' from='coven@{muc}/secondwitch'><status>Farewell</status><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='{wicca/full}'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
