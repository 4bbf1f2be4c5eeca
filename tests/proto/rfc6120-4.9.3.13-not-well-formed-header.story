title   RFC 6120 §4.9.3.13: a header with one attribute twice
stream  juliet secure
juliet  >> <stream:stream to='{host}' to='{host}' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>
juliet  < <stream:stream from='{host}' id='*' version='1.0' xml:lang='en'>
juliet  < <stream:error><not-well-formed xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
