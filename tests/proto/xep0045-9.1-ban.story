title   XEP-0045 §9.1, §9.2, §7.2.7: who is banned goes, is on the list, and stays out
users crone wicca hag
crone makes coven as firstwitch
wicca enters coven as secondwitch
crone > <iq type='set' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='outcast' jid='{wicca}'><reason>Treason</reason></item></query></iq>
crone < <iq type='result' id='1'/>
wicca < <presence type='unavailable' from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='outcast' role='none' jid='{wicca/full}'><actor nick='firstwitch'/><reason>Treason</reason></item><status code='301'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
crone < <presence type='unavailable' from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='outcast' role='none' jid='{wicca/full}'><actor nick='firstwitch'/><reason>Treason</reason></item><status code='301'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca > <presence to='coven@{muc}/secondwitch' id='1'><x xmlns='http://jabber.org/protocol/muc'/></presence>
wicca < <presence type='error' id='1' from='coven@{muc}/secondwitch'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
crone > <iq type='get' id='2' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='outcast'/></query></iq>
crone < <iq type='result' id='2'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='outcast' jid='{wicca}'><reason>Treason</reason></item></query></iq>
crone > <iq type='set' id='3' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='outcast' jid='{crone}'/></query></iq>
crone < <iq type='error' id='3' from='coven@{muc}'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
crone > <iq type='set' id='4' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='none' jid='{wicca}'/></query></iq>
crone < <iq type='result' id='4'/>
crone < <message><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' jid='{wicca}'/></x></message>
wicca enters coven as secondwitch
