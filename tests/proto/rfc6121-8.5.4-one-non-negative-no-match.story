title   RFC 6121 §8.5.4, §8.5.3.2.1: each type of message when one resource with priority 0 is available, sent to the address of a resource that is not there
users   romeo
users   juliet
romeo   > <message id='n' to='{juliet}/gone'><body>n</body></message>
romeo   < <message type='error' id='n' from='{juliet}/gone'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <message id='nn' type='normal' to='{juliet}/gone'><body>nn</body></message>
romeo   < <message type='error' id='nn' from='{juliet}/gone'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <message id='p' type='pigeon' to='{juliet}/gone'><body>p</body></message>
romeo   < <message type='error' id='p' from='{juliet}/gone'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <message id='c' type='chat' to='{juliet}/gone'><body>c</body></message>
juliet  < <message id='c' type='chat' from='{romeo/full}' to='{juliet}/gone'><body>c</body></message>
romeo   > <message id='g' type='groupchat' to='{juliet}/gone'><body>g</body></message>
romeo   < <message type='error' id='g' from='{juliet}/gone'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <message id='h' type='headline' to='{juliet}/gone'><body>h</body></message>
romeo   < nothing
romeo   > <message id='e' type='error' to='{juliet}/gone'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   < nothing
juliet  < nothing
