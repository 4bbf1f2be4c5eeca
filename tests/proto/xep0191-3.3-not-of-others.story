title   XEP-0191 §3.2, §3.3: nobody reads or changes the list of somebody else
users   romeo juliet, friends
juliet  > <iq type='get' id='1' to='{romeo}'><blocklist xmlns='urn:xmpp:blocking'/></iq>
juliet  < <iq type='error' id='1'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='set' id='2' to='{romeo}'><block xmlns='urn:xmpp:blocking'><item jid='x@example.org'/></block></iq>
juliet  < <iq type='error' id='2'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
