title   RFC 6121 §8.5.3.2.1: to a resource that is gone, normal and groupchat come back, headlines and errors are ignored
users   romeo juliet
romeo   > <message id='1' to='{juliet}/gone'><body>Hi</body></message>
romeo   < <message type='error' id='1' from='{juliet}/gone'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <message type='groupchat' id='2' to='{juliet}/gone'><body>Hi</body></message>
romeo   < <message type='error' id='2' from='{juliet}/gone'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <message type='headline' id='3' to='{juliet}/gone'><body>Hi</body></message>
romeo   > <message type='error' id='4' to='{juliet}/gone'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   < nothing
juliet  < nothing
