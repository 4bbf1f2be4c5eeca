title   RFC 6120 §8.2.3: a request with a known namespace and another element, or the wrong type, is answered with an error
users   romeo
romeo   > <iq type='set' id='1'><ping xmlns='urn:xmpp:ping'/></iq>
romeo   < <iq type='error' id='1'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='2' to='{host}'><pong xmlns='urn:xmpp:ping'/></iq>
romeo   < <iq type='error' id='2'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='3' to='{host}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='error' id='3'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='4'><item xmlns='jabber:iq:roster'/></iq>
romeo   < <iq type='error' id='4'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
