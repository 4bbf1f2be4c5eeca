title   RFC 6120 §8.1.3, §8.3.1: errors have the id of what they answer, or none
users   romeo
romeo   > <message id='a &lt; b' to='nobody@{host}'><body>Hi</body></message>
romeo   < <message type='error' id='a &lt; b' from='nobody@{host}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <message to='nobody@{host}'><body>Hi</body></message>
romeo   < <message type='error' from='nobody@{host}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <iq type='get' id=''><ping xmlns='urn:xmpp:ping'/></iq>
romeo   < <iq type='error'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
