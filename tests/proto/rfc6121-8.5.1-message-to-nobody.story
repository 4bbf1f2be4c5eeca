title   RFC 6121 §8.5.1: a message to an account that does not exist comes back; headlines and errors vanish
users   romeo
romeo   > <message type='chat' id='1' to='nobody@{host}'><body>Hi</body></message>
romeo   < <message type='error' id='1' from='nobody@{host}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <message id='2' to='nobody@{host}'><body>Hi</body></message>
romeo   < <message type='error' id='2' from='nobody@{host}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <message type='groupchat' id='3' to='nobody@{host}'><body>Hi</body></message>
romeo   < <message type='error' id='3' from='nobody@{host}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <message type='chat' id='4' to='nobody@{host}/somewhere'><body>Hi</body></message>
romeo   < <message type='error' id='4' from='nobody@{host}/somewhere'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <message type='headline' id='5' to='nobody@{host}'><body>Hi</body></message>
romeo   > <message type='error' id='6' to='nobody@{host}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   < nothing
