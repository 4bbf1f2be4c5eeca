title   XEP-0045 §7.14, §10.1: a temporary room is gone with its last occupant; a locked one with its maker
users crone wicca hag
crone makes coven as firstwitch
crone > <presence type='unavailable' to='coven@{muc}/firstwitch'/>
crone < <presence type='unavailable' from='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='none' jid='{crone/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca > <iq type='get' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
wicca < <iq type='error' id='1' from='coven@{muc}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
