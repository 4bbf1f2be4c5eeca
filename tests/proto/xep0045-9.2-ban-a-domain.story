title   XEP-0045 §9.2: a whole domain can be banned, but not made a member
users crone wicca hag
crone makes coven as firstwitch
wicca enters coven as secondwitch
crone > <iq type='set' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='outcast' jid='elsewhere.example'/></query></iq>
crone < <iq type='result' id='1'/>
crone < <message><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='outcast' jid='elsewhere.example'/></x></message>
crone > <iq type='set' id='2' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='elsewhere.example'/></query></iq>
crone < <iq type='error' id='2' from='coven@{muc}'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
