title   RFC 6120 §4.9.3.13: tags that do not fit
users   romeo juliet
romeo   >> <message to='{juliet}'><body>Hi</message>
romeo   < <stream:error><not-well-formed xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   closed
