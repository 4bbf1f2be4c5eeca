title   RFC 6121 §8, RFC 6120 §8.3.1: an error names what it answers: id kept, addresses exchanged, the payload of an iq inside
users   romeo
romeo   > <iq type='get' id='i 1' to='nobody@{host}/x'><query xmlns='urn:example:unknown' a='b'><c>d</c></query></iq>
romeo   < <iq type='error' id='i 1' from='nobody@{host}/x' to='{romeo/full}'><query xmlns='urn:example:unknown' a='b'><c>d</c></query><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <message type='chat' id='m1' to='nobody@{host}/x'><body>Hi</body></message>
romeo   < <message type='error' id='m1' from='nobody@{host}/x' to='{romeo/full}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <presence id='p1' to='nobody@{host}/x'><priority>200</priority></presence>
romeo   < <presence type='error' id='p1' from='nobody@{host}/x' to='{romeo/full}'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
# Without an id there is none to keep.
romeo   > <message type='chat' to='nobody@{host}/x'><body>Hi</body></message>
romeo   < <message type='error' from='nobody@{host}/x' to='{romeo/full}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
