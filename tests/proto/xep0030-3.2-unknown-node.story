title   XEP-0030 §3.2 and §7: an unknown node is not found by disco#info and has no items; the node is echoed
users   romeo
romeo   > <iq type='get' id='1' to='{host}'><query xmlns='http://jabber.org/protocol/disco#info' node='urn:example:unknown'/></iq>
romeo   < <iq type='error' id='1' from='{host}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='2' to='{host}'><query xmlns='http://jabber.org/protocol/disco#items' node='urn:example:unknown'/></iq>
romeo   < <iq type='result' id='2' from='{host}'><query xmlns='http://jabber.org/protocol/disco#items' node='urn:example:unknown'/></iq>
