title   RFC 6120 §10.3.3: an iq that the server does not understand is answered with service-unavailable
users   romeo
romeo   > <iq type='get' id='1'><query xmlns='urn:example:unknown'/></iq>
romeo   < <iq type='error' id='1'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='2' to='{host}'><query xmlns='urn:example:unknown'/></iq>
romeo   < <iq type='error' id='2' from='{host}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
