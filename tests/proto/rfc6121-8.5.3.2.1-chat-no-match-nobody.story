title   RFC 6121 §8.5.3.2.1: chat to a resource that is gone waits when nobody else is there; normal comes back
users   romeo
users   juliet, offline
romeo   > <message type='chat' id='1' to='{juliet}/gone'><body>Hi</body></message>
romeo   > <message id='2' to='{juliet}/gone'><body>Hi</body></message>
romeo   < <message type='error' id='2' from='{juliet}/gone'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
juliet connects
juliet  < <message type='chat' id='1' from='{romeo/full}' to='{juliet}/gone'><body>Hi</body><delay xmlns='urn:xmpp:delay' from='{host}'/></message>
juliet  < nothing
