title   RFC 6120 §4.9.3.7: a header with a `from` that is no address
stream  juliet secure
juliet  >> <stream:stream from='@' to='{host}' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>
juliet  < <stream:stream from='{host}' id='*' version='1.0' xml:lang='en'>
juliet  < <stream:error><improper-addressing xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
