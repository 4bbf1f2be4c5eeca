title   Client rule 20: what clients ask for in vain at login is refused at once, never met with silence
users   romeo
romeo   > <iq type='get' id='1'><query xmlns='jabber:iq:privacy'/></iq>
romeo   < <iq type='error' id='1'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='3'><prefs xmlns='urn:xmpp:mam:2'/></iq>
romeo   < <iq type='error' id='3'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='4' to='{romeo}'><query xmlns='urn:xmpp:mam:2' queryid='q'/></iq>
romeo   < <iq type='error' id='4'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='5'><pubsub xmlns='http://jabber.org/protocol/pubsub'><publish node='http://jabber.org/protocol/nick'><item><nick xmlns='http://jabber.org/protocol/nick'>R</nick></item></publish></pubsub></iq>
romeo   < <iq type='error' id='5'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='6'><enable xmlns='urn:xmpp:carbons:2'/></iq>
romeo   < <iq type='error' id='6'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='7' to='{host}'><command xmlns='http://jabber.org/protocol/commands' node='x' action='execute'/></iq>
romeo   < <iq type='error' id='7'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='8' to='{host}'><query xmlns='jabber:iq:agents'/></iq>
romeo   < <iq type='error' id='8'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='9' to='{host}'><query xmlns='http://jabber.org/protocol/disco#items' node='http://jabber.org/protocol/commands'/></iq>
romeo   < <iq type='result' id='9'><query xmlns='http://jabber.org/protocol/disco#items' node='http://jabber.org/protocol/commands'/></iq>
