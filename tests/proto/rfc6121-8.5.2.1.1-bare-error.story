title   RFC 6121 §8.5.2.1.1: an error to an account is ignored
users   romeo juliet
romeo   > <message type='error' id='1' to='{juliet}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
juliet  < nothing
romeo   < nothing
