title   RFC 6120 §4.9.3.18: a comment is restricted XML
users   romeo juliet
romeo   >> <message to='{juliet}'><!-- hello --><body>Hi</body></message>
romeo   < <stream:error><restricted-xml xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   closed
