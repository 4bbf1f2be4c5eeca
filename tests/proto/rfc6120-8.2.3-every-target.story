title   RFC 6120 §8.2.3, §8.4: a request that nobody understands is answered once, wherever it went
users   romeo
users   juliet, connected
users   mercutio, offline
romeo   > <iq type='get' id='1'><query xmlns='urn:example:unknown'/></iq>
romeo   < <iq type='error' id='1'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='2' to='{romeo}'><query xmlns='urn:example:unknown'/></iq>
romeo   < <iq type='error' id='2' from='{romeo}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='3' to='{host}'><query xmlns='urn:example:unknown'/></iq>
romeo   < <iq type='error' id='3' from='{host}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='4' to='{host}/somewhere'><query xmlns='urn:example:unknown'/></iq>
romeo   < <iq type='error' id='4' from='{host}/somewhere'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='5' to='{juliet}'><query xmlns='urn:example:unknown'/></iq>
romeo   < <iq type='error' id='5' from='{juliet}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='6' to='{juliet/elsewhere}'><query xmlns='urn:example:unknown'/></iq>
romeo   < <iq type='error' id='6' from='{juliet/elsewhere}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='7' to='{mercutio}'><query xmlns='urn:example:unknown'/></iq>
romeo   < <iq type='error' id='7' from='{mercutio}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='8' to='{mercutio/full}'><query xmlns='urn:example:unknown'/></iq>
romeo   < <iq type='error' id='8' from='{mercutio/full}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='9' to='nobody@{host}'><query xmlns='urn:example:unknown'/></iq>
romeo   < <iq type='error' id='9' from='nobody@{host}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='10' to='nobody@{host}/full'><query xmlns='urn:example:unknown'/></iq>
romeo   < <iq type='error' id='10' from='nobody@{host}/full'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='11' to='elsewhere.example'><query xmlns='urn:example:unknown'/></iq>
romeo   < <iq type='error' id='11' from='elsewhere.example'><error type='cancel'><remote-server-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='12' to='juliet@elsewhere.example/full'><query xmlns='urn:example:unknown'/></iq>
romeo   < <iq type='error' id='12' from='juliet@elsewhere.example/full'><error type='cancel'><remote-server-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  < nothing
