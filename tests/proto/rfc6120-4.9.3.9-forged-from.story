title   RFC 6120 §4.9.3.9: who names another sender loses the stream
users   romeo juliet
romeo   > <message from='{juliet}' to='{juliet}'><body>Hi</body></message>
romeo   < <stream:error><invalid-from xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   closed
