title   XEP-0045 §7.8.2, §9.1: who is banned says nothing to occupants by declining either
users   crone wicca
crone   makes coven as firstwitch
crone   > <iq type='set' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='outcast' jid='{wicca}'/></query></iq>
crone   < <iq type='result' id='1'/>
crone   < <message from='coven@{muc}'>...</message>
wicca   < <message from='coven@{muc}'>...</message>
wicca   > <message id='2' to='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><decline to='coven@{muc}/firstwitch'><reason>Fie</reason></decline></x></message>
wicca   < <message type='error' id='2' from='coven@{muc}'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
crone   < nothing
