title   XEP-0334 §4.2: a message with no-store is not kept; a text comes back, the rest is ignored
users   romeo
users   juliet, offline
romeo   > <message type='chat' id='1' to='{juliet}'><body>Hi</body><no-store xmlns='urn:xmpp:hints'/></message>
romeo   < <message type='error' id='1' from='{juliet}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <message type='chat' id='2' to='{juliet}'><event xmlns='urn:example:event'/><no-store xmlns='urn:xmpp:hints'/></message>
romeo   < nothing
juliet connects
juliet  < nothing
