title   XEP-0030 §4.2, §5 and §7: an account has no items at a node; the host's one node is a leaf, described alone; domain/resource is nobody
option  contact_admin = xmpp:ann@verona.example
users   romeo juliet, friends
romeo   > <iq type='get' id='1'><query xmlns='http://jabber.org/protocol/disco#items' node='urn:example:node'/></iq>
romeo   < <iq type='result' id='1'><query xmlns='http://jabber.org/protocol/disco#items' node='urn:example:node'/></iq>
romeo   > <iq type='get' id='2' to='{juliet}'><query xmlns='http://jabber.org/protocol/disco#items' node='urn:example:node'/></iq>
romeo   < <iq type='result' id='2'><query xmlns='http://jabber.org/protocol/disco#items' node='urn:example:node'/></iq>
romeo   > <iq type='get' id='3' to='{juliet}'><query xmlns='http://jabber.org/protocol/disco#info' node='urn:example:node'/></iq>
romeo   < <iq type='error' id='3'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='4' to='{host}'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
romeo   < <iq type='result' id='4'><query xmlns='http://jabber.org/protocol/disco#items'><item jid='{host}' node='{=node}' name='*'/>...</query></iq>
romeo   > <iq type='get' id='5' to='{host}'><query xmlns='http://jabber.org/protocol/disco#items' node='{node}'/></iq>
romeo   < <iq type='result' id='5'><query xmlns='http://jabber.org/protocol/disco#items' node='{node}'/></iq>
romeo   > <iq type='get' id='6' to='{host}'><query xmlns='http://jabber.org/protocol/disco#info' node='{node}'/></iq>
romeo   < <iq type='result' id='6'><query xmlns='http://jabber.org/protocol/disco#info' node='{node}'><identity category='hierarchy' type='leaf' name='*'/><feature var='http://jabber.org/protocol/disco#info'/><x xmlns='jabber:x:data' type='result'>...</x></query></iq>
romeo   > <iq type='get' id='7' to='{host}/orchard'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='error' id='7'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='8' to='{host}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='error' id='8'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
