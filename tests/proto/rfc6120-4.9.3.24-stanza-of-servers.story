title   RFC 6120 §4.9.3.24: a stanza of another content namespace is none
users   romeo juliet
romeo   > <message xmlns='jabber:server' to='{juliet}'><body>Hi</body></message>
romeo   < <stream:error><unsupported-stanza-type xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   closed
