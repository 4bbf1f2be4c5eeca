title   RFC 6121 §2.3.3: one's own bare address is no contact, in whatever spelling, not even to be removed
users   romeo
romeo   > <iq type='set' id='1'><query xmlns='jabber:iq:roster'><item jid='{romeo}'/></query></iq>
romeo   < <iq type='error' id='1'><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='2'><query xmlns='jabber:iq:roster'><item jid='ROMEO@{host}'/></query></iq>
romeo   < <iq type='error' id='2'><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='3'><query xmlns='jabber:iq:roster'><item jid='romeo@Verona.Example.'/></query></iq>
romeo   < <iq type='error' id='3'><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='4'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='remove'/></query></iq>
romeo   < <iq type='error' id='4'><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='5'><query xmlns='jabber:iq:roster'><item jid='{romeo/full}'/></query></iq>
romeo   < <iq type='error' id='5'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='end'><query xmlns='jabber:iq:roster'/></iq>
romeo   < <iq type='result' id='end'><query xmlns='jabber:iq:roster'></query></iq>
