title   RFC 6120 §11.6: bytes that are not UTF-8 never reach anybody
users   romeo juliet mercutio
romeo   >> <message to='{mercutio}'><body>\xe4</body></message>
romeo   < <stream:error><not-well-formed xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   closed
juliet  >> <message to='{mercutio}'><body>\xed\xa0\x80</body></message>
juliet  < <stream:error><not-well-formed xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
mercutio >> <message to='{mercutio}'><body>\xc0\xaf</body></message>
mercutio < <stream:error><not-well-formed xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
mercutio closed
