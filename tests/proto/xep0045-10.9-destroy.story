title   XEP-0045 §10.9: an owner destroys the room; everybody hears where to go and why, and it does not come back
users crone wicca
crone makes coven as firstwitch persistentroom=1
wicca enters coven as secondwitch
wicca > <iq type='set' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><destroy/></query></iq>
wicca < <iq type='error' id='1' from='coven@{muc}'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
crone > <iq type='set' id='2' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><destroy jid='heath@{muc}'><reason>Macbeth</reason></destroy></query></iq>
crone < <presence type='unavailable' from='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='{crone/full}'/><destroy jid='heath@{muc}'><reason>Macbeth</reason></destroy><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca < <presence type='unavailable' from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='{wicca/full}'/><destroy jid='heath@{muc}'><reason>Macbeth</reason></destroy><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
crone < <iq type='result' id='2'/>
restart
wicca connects
wicca > <iq type='get' id='3' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
wicca < <iq type='error' id='3' from='coven@{muc}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
