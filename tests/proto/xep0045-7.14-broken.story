title   XEP-0045 §7.14: whose connection breaks is not in the room any more; nor who goes offline
users crone wicca hag
crone makes coven as firstwitch
wicca enters coven as secondwitch
hag enters coven as thirdwitch
wicca breaks
crone < <presence type='unavailable' from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='{wicca/full}'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
hag < <presence type='unavailable' from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
hag > <presence type='unavailable'/>
hag <~ <presence type='unavailable' from='{hag/full}'/>
hag <~ <presence type='unavailable' from='coven@{muc}/thirdwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='{hag/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
crone < <presence type='unavailable' from='coven@{muc}/thirdwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='{hag/full}'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
