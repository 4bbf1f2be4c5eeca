title   XEP-0045 §7.2.9: a full room is full, but not for admins
users crone wicca hag
crone makes coven as firstwitch maxusers=1
wicca > <presence to='coven@{muc}/secondwitch' id='1'><x xmlns='http://jabber.org/protocol/muc'/></presence>
wicca < <presence type='error' id='1' from='coven@{muc}/secondwitch'><error type='wait'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
crone > <iq type='set' id='2' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='admin' jid='{wicca}'/></query></iq>
crone < <iq type='result' id='2'/>
crone < <message><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='admin' jid='{wicca}'/></x></message>
wicca enters coven as secondwitch
