title   RFC 6121 §8.5.2.2.1: without resources groupchat comes back, headlines and errors are ignored, nothing is kept
users   romeo
users   juliet, offline
romeo   > <message type='groupchat' id='1' to='{juliet}'><body>Hi</body></message>
romeo   < <message type='error' id='1' from='{juliet}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <message type='headline' id='2' to='{juliet}'><body>Hi</body></message>
romeo   > <message type='error' id='3' to='{juliet}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   < nothing
juliet connects
juliet  < nothing
