title   RFC 6121 §2.3.3: an item needs an address that is one, has no resource, and is not one's own
users   romeo
romeo   > <iq type='set' id='1'><query xmlns='jabber:iq:roster'><item name='Nurse'/></query></iq>
romeo   < <iq type='error' id='1'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='2'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}/kitchen'/></query></iq>
romeo   < <iq type='error' id='2'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='3'><query xmlns='jabber:iq:roster'><item jid='a b@{host}'/></query></iq>
romeo   < <iq type='error' id='3'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='4'><query xmlns='jabber:iq:roster'><item jid='{romeo}'/></query></iq>
romeo   < <iq type='error' id='4'><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
