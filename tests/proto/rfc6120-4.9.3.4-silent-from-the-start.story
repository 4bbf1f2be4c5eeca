title   RFC 6120 §4.9.1.2, §4.9.3.4: an error before the client's header comes with the server's
stream  juliet
clock   +30s
juliet  < <stream:stream from='{host}' id='*' version='1.0' xml:lang='en'>
juliet  < <stream:error><connection-timeout xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
