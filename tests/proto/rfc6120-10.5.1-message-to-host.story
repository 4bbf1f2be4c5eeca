title   RFC 6120 §10.5.1: a message to the host comes back, an error to it is not answered
users   romeo
romeo   > <message type='chat' id='1' to='{host}'><body>Hi</body></message>
romeo   < <message type='error' id='1' from='{host}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <message type='chat' id='2' to='{host}/somewhere'><body>Hi</body></message>
romeo   < <message type='error' id='2' from='{host}/somewhere'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <message type='error' id='3' to='{host}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   < nothing
