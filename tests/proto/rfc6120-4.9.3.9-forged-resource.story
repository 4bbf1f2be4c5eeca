title   RFC 6120 §4.9.3.9: another resource of one's own is another sender
users   romeo juliet
romeo   > <message from='{romeo/other}' to='{juliet}'><body>Hi</body></message>
romeo   < <stream:error><invalid-from xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   closed
