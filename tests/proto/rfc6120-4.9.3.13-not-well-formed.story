title   RFC 6120 §4.9.3.13: what is no XML
stream  juliet secure
juliet  >> GET / HTTP/1.1
juliet  < <stream:stream from='{host}' id='*' version='1.0' xml:lang='en'>
juliet  < <stream:error><not-well-formed xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
