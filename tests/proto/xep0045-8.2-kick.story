title   XEP-0045 §8.2: a kicked occupant goes with 307, reason and actor; not one with a higher affiliation
users crone wicca hag
crone makes coven as firstwitch
wicca enters coven as secondwitch
wicca > <iq type='set' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='firstwitch' role='none'/></query></iq>
wicca < <iq type='error' id='1' from='coven@{muc}'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
crone > <iq type='set' id='2' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='secondwitch' role='none'><reason>Avaunt</reason></item></query></iq>
crone < <iq type='result' id='2'/>
wicca < <presence type='unavailable' from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='{wicca/full}'><actor nick='firstwitch'/><reason>Avaunt</reason></item><status code='307'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
crone < <presence type='unavailable' from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='{wicca/full}'><actor nick='firstwitch'/><reason>Avaunt</reason></item><status code='307'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
crone > <iq type='set' id='3' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='secondwitch' role='none'/></query></iq>
crone < <iq type='error' id='3' from='coven@{muc}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
