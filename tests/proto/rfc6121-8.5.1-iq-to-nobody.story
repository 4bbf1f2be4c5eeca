title   RFC 6121 §8.5.1: an iq to an account that does not exist is answered with service-unavailable
users   romeo
romeo   > <iq type='get' id='1' to='nobody@{host}'><query xmlns='urn:example:unknown'/></iq>
romeo   < <iq type='error' id='1' from='nobody@{host}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='2' to='nobody@{host}/somewhere'><query xmlns='urn:example:unknown'/></iq>
romeo   < <iq type='error' id='2' from='nobody@{host}/somewhere'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='result' id='3' to='nobody@{host}'/>
romeo   < nothing
