title   XEP-0045 §7.2.1, §17.1: one enters under a nickname that can be seen
users crone
crone > <presence to='coven@{muc}' id='1'><x xmlns='http://jabber.org/protocol/muc'/></presence>
crone < <presence type='error' id='1' from='coven@{muc}'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
crone > <presence to='coven@{muc}/   ' id='2'><x xmlns='http://jabber.org/protocol/muc'/></presence>
crone < <presence type='error' id='2'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
