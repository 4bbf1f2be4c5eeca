title   XEP-0334 §4.4 and §5: hints in an error are those of what failed: errors are never kept; nor are headlines (RFC 6121 §8.5.2.2.1)
users   romeo
users   juliet, offline
romeo   > <message type='error' id='1' to='{juliet}'><body>Hi</body><store xmlns='urn:xmpp:hints'/><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <message type='headline' id='2' to='{juliet}'><body>News</body><store xmlns='urn:xmpp:hints'/></message>
romeo   < nothing
juliet  connects
juliet  < nothing
# on its way to who is there an error is not held up by them either
romeo   > <message type='error' id='3' to='{juliet/full}'><no-store xmlns='urn:xmpp:hints'/><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
juliet  < <message type='error' id='3'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error><no-store xmlns='urn:xmpp:hints'/></message>
