title   RFC 6120 §8.3.3.18: a message that cannot be kept comes back, and the next one is kept
users   romeo
users   juliet, offline
fault   store.commit:1
romeo   > <message id='1' type='chat' to='{juliet}'><body>Hi</body></message>
romeo   < <message type='error' id='1' from='{juliet}'><error type='cancel'><internal-server-error xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <message id='2' type='chat' to='{juliet}'><body>Hi</body></message>
romeo   < nothing
log     ERROR cannot store: cannot commit
log     ERROR module=offline: cannot store a stanza of {romeo/full}
log     WARNING account={juliet}: what is in memory was not stored
juliet  connects
juliet  < <message id='2' type='chat' from='{romeo/full}' to='{juliet}'><body>Hi</body><delay xmlns='urn:xmpp:delay' from='{host}'/></message>
