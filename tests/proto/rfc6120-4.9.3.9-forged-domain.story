title   RFC 6120 §4.9.3.9: an address that is none, the host or a domain are not the client's
users   romeo juliet mercutio
romeo   > <message from='{host}' to='{juliet}'><body>Hi</body></message>
romeo   < <stream:error><invalid-from xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   closed
juliet  > <message from='@' to='{mercutio}'><body>Hi</body></message>
juliet  < <stream:error><invalid-from xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
mercutio > <message from='' to='{mercutio}'><body>Hi</body></message>
mercutio < <stream:error><invalid-from xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
mercutio closed
