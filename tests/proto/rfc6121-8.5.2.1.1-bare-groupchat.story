title   RFC 6121 §8.5.2.1.1: groupchat is never delivered to an account
users   romeo juliet
romeo   > <message type='groupchat' id='1' to='{juliet}'><body>Hi</body></message>
romeo   < <message type='error' id='1' from='{juliet}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
juliet  < nothing
