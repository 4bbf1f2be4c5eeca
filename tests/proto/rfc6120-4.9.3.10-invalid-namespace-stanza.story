title   RFC 6120 §4.8.3, §4.9.3.10: a stanza in the content namespace of servers
users   romeo juliet
romeo   > <message xmlns='jabber:server' to='{juliet}'><body>Hi</body></message>
romeo   < <stream:error><invalid-namespace xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   closed
juliet  < nothing
