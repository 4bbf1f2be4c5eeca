title   XEP-0045 §6.1, §6.2: the service is among the host's items, is a conference, answers pings; nobody logs in there
users crone
crone > <iq type='get' id='1' to='{host}'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
crone < <iq type='result' id='1'><query xmlns='http://jabber.org/protocol/disco#items'><item jid='{muc}' name='Rooms'/>...</query></iq>
crone > <iq type='get' id='2' to='{muc}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
crone < <iq type='result' id='2' from='{muc}'><query xmlns='http://jabber.org/protocol/disco#info'><identity category='conference' type='text' name='Rooms'/><feature var='http://jabber.org/protocol/disco#info'/><feature var='http://jabber.org/protocol/disco#items'/><feature var='http://jabber.org/protocol/muc'/><feature var='urn:xmpp:ping'/>...</query></iq>
crone > <iq type='get' id='3' to='{muc}'><ping xmlns='urn:xmpp:ping'/></iq>
crone < <iq type='result' id='3' from='{muc}'/>
crone > <iq type='get' id='4' to='{muc}'><query xmlns='jabber:iq:roster'/></iq>
crone < <iq type='error' id='4' from='{muc}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
crone > <message id='5' to='{muc}'><body>Hi</body></message>
crone < <message type='error' id='5' from='{muc}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
crone > <presence type='subscribe' id='6' to='coven@{muc}'/>
crone < <presence type='error' id='6' from='coven@{muc}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
stream stranger secure
stranger >> <?xml version='1.0'?><stream:stream to='{muc}' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>
stranger < <stream:stream id='*' from='*' version='1.0'>
stranger < <stream:error><host-unknown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
stranger closed
