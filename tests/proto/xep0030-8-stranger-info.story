title   XEP-0030 §8 rule 1: a stranger cannot tell an account from one that does not exist, with or without a node
users   romeo juliet
romeo   > <iq type='get' id='1' to='{juliet}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='error' id='1' from='{juliet}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='2' to='nobody@{host}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='error' id='2' from='nobody@{host}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='3' to='{juliet}'><query xmlns='http://jabber.org/protocol/disco#info' node='urn:x'/></iq>
romeo   < <iq type='error' id='3' from='{juliet}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='4' to='nobody@{host}'><query xmlns='http://jabber.org/protocol/disco#info' node='urn:x'/></iq>
romeo   < <iq type='error' id='4' from='nobody@{host}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
