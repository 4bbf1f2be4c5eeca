title   RFC 6121 §8.5.1: what cannot be kept any more because the account is just being deleted comes back as from an account that is not there
users   romeo
users   juliet, offline
# The account is in memory.
romeo   > <message type='chat' to='{juliet}'><body>Hi</body></message>
romeo   < nothing
romeo   > <message id='1' type='chat' to='{juliet}'><body>Hi</body></message>
account juliet deleted
romeo   < <message type='error' id='1' from='{juliet}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <iq type='get' id='2'><ping xmlns='urn:xmpp:ping'/></iq>
romeo   < <iq type='result' id='2'/>
