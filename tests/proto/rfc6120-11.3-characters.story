title   RFC 6120 §11.3: characters that XML does not have end the stream
users   romeo juliet mercutio
romeo   >> <message to='{mercutio}'><body>a\x01b</body></message>
romeo   < <stream:error><not-well-formed xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   closed
juliet  >> <message to='{mercutio}'><body>&#0;</body></message>
juliet  < <stream:error><not-well-formed xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
mercutio >> <message to='{mercutio}'><body>&#xFFFF;</body></message>
mercutio < <stream:error><not-well-formed xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
mercutio closed
