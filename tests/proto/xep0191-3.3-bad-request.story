title   XEP-0191 §3.3: a block command names at least one address, and real ones
users   romeo
romeo   > <iq type='set' id='1'><block xmlns='urn:xmpp:blocking'/></iq>
romeo   < <iq type='error' id='1'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='2'><block xmlns='urn:xmpp:blocking'><item/></block></iq>
romeo   < <iq type='error' id='2'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='3'><block xmlns='urn:xmpp:blocking'><item jid='tybalt@capulet.example'/><item jid='a@b@c'/></block></iq>
romeo   < <iq type='error' id='3'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='4'><unblock xmlns='urn:xmpp:blocking'><item jid='@'/></unblock></iq>
romeo   < <iq type='error' id='4'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='5'><blocklist xmlns='urn:xmpp:blocking'/></iq>
romeo   < <iq type='result' id='5'><blocklist xmlns='urn:xmpp:blocking'/></iq>
