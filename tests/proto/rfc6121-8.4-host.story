title   RFC 6121 §8.4, RFC 6120 §10.5.1, §10.5.2: what is sent to the host, with a resource or without, is answered or ignored by the host alone
users   romeo juliet
romeo   > <message id='m1' to='{host}'><body>Hi</body></message>
romeo   < <message type='error' id='m1' from='{host}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <message id='m2' type='headline' to='{host}/somewhere'><body>Hi</body></message>
romeo   < <message type='error' id='m2' from='{host}/somewhere'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <iq type='get' id='i1' to='{host}'><query xmlns='urn:example:unknown'/></iq>
romeo   < <iq type='error' id='i1' from='{host}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='i2' to='{host}/somewhere'><query xmlns='urn:example:unknown'/></iq>
romeo   < <iq type='error' id='i2' from='{host}/somewhere'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='i3' to='{host}'><query xmlns='jabber:iq:roster'/></iq>
romeo   < <iq type='error' id='i3' from='{host}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <presence id='p1' to='{host}'/>
romeo   > <presence id='p2' type='unavailable' to='{host}'/>
romeo   > <presence id='p3' to='{host}/somewhere'/>
romeo   > <presence id='p4' type='unavailable' to='{host}/somewhere'/>
romeo   > <presence id='p5' type='probe' to='{host}'/>
romeo   > <presence id='p6' type='probe' to='{host}/somewhere'/>
romeo   > <presence id='p7' type='error' to='{host}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   < nothing
juliet  < nothing
romeo   breaks
juliet  < nothing
