title   RFC 6121 §2.1.3: a roster get contains no items
users   romeo
romeo   > <iq type='get' id='1'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}'/></query></iq>
romeo   < <iq type='error' id='1'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
