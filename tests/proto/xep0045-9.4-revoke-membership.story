title   XEP-0045 §9.4: who loses membership of a members-only room leaves it with 321
users crone wicca
crone makes coven as firstwitch membersonly=1
crone > <iq type='set' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='{wicca}' nick='secondwitch'/></query></iq>
crone < <iq type='result' id='1'/>
crone < <message><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' jid='{wicca}'/></x></message>
wicca enters coven as secondwitch
crone > <iq type='get' id='2' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member'/></query></iq>
crone < <iq type='result' id='2'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='{wicca}' nick='secondwitch'/></query></iq>
crone > <iq type='set' id='3' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='none' jid='{wicca}'/></query></iq>
crone < <iq type='result' id='3'/>
crone < <presence type='unavailable' from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='{wicca/full}'><actor nick='firstwitch'/></item><status code='321'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca < <presence type='unavailable' from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='{wicca/full}'><actor nick='firstwitch'/></item><status code='321'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
