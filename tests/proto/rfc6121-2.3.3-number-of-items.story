title   RFC 6121 §2.3.3: a roster set has one item, not two and not none
users   romeo
romeo   > <iq type='set' id='1'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}'/><item jid='mother@{host}'/></query></iq>
romeo   < <iq type='error' id='1'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='2'><query xmlns='jabber:iq:roster'></query></iq>
romeo   < <iq type='error' id='2'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='3'><query xmlns='jabber:iq:roster'></query></iq>
romeo   < <iq type='result' id='3'><query xmlns='jabber:iq:roster'></query></iq>
