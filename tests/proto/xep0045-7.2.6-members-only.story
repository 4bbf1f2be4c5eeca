title   XEP-0045 §7.2.6, §9.3: who is no member does not get in until made one
users crone wicca
crone makes coven as firstwitch membersonly=1
wicca > <presence to='coven@{muc}/secondwitch' id='1'><x xmlns='http://jabber.org/protocol/muc'/></presence>
wicca < <presence type='error' id='1' from='coven@{muc}/secondwitch'><error type='auth'><registration-required xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
crone > <iq type='set' id='2' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='{wicca}'/></query></iq>
crone < <iq type='result' id='2'/>
crone < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' jid='{wicca}'/></x></message>
wicca enters coven as secondwitch
