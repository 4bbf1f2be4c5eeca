title   RFC 6121 §2.1.5: a roster set whose query holds no item of the roster's namespace, or more than one, changes nothing
users   romeo
romeo   > <iq type='set' id='1'><query xmlns='jabber:iq:roster'></query></iq>
romeo   < <iq type='error' id='1'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='2'><query xmlns='jabber:iq:roster'><item xmlns='urn:example:x' jid='nurse@{host}'/></query></iq>
romeo   < <iq type='error' id='2'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='3'><query xmlns='jabber:iq:roster'><group>Servants</group></query></iq>
romeo   < <iq type='error' id='3'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='4'><query xmlns='jabber:iq:roster'>text</query></iq>
romeo   < <iq type='error' id='4'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='5'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}'/><item jid='nurse@{host}'/></query></iq>
romeo   < <iq type='error' id='5'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='6'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}'/><item/></query></iq>
romeo   < <iq type='error' id='6'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='7'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}' subscription='remove'/><item jid='mother@{host}' subscription='remove'/></query></iq>
romeo   < <iq type='error' id='7'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='end'><query xmlns='jabber:iq:roster'/></iq>
romeo   < <iq type='result' id='end'><query xmlns='jabber:iq:roster'></query></iq>
