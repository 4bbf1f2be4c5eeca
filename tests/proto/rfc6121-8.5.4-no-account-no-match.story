title   RFC 6121 §8.5.4, §8.5.1: each type of message to an account that does not exist, sent to the address of a resource that is not there
users   romeo
romeo   > <message id='n' to='nobody@{host}/gone'><body>n</body></message>
romeo   < <message type='error' id='n' from='nobody@{host}/gone'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <message id='nn' type='normal' to='nobody@{host}/gone'><body>nn</body></message>
romeo   < <message type='error' id='nn' from='nobody@{host}/gone'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <message id='p' type='pigeon' to='nobody@{host}/gone'><body>p</body></message>
romeo   < <message type='error' id='p' from='nobody@{host}/gone'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <message id='c' type='chat' to='nobody@{host}/gone'><body>c</body></message>
romeo   < <message type='error' id='c' from='nobody@{host}/gone'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <message id='g' type='groupchat' to='nobody@{host}/gone'><body>g</body></message>
romeo   < <message type='error' id='g' from='nobody@{host}/gone'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <message id='h' type='headline' to='nobody@{host}/gone'><body>h</body></message>
romeo   < nothing
romeo   > <message id='e' type='error' to='nobody@{host}/gone'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   < nothing
