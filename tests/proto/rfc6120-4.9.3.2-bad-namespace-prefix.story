title   RFC 6120 §4.9.3.2: the prefix of the stream namespace is stream
stream  juliet secure
juliet  >> <flow:stream to='{host}' version='1.0' xmlns='jabber:client' xmlns:flow='http://etherx.jabber.org/streams'>
juliet  < <stream:stream from='{host}' id='*' version='1.0' xml:lang='en'>
juliet  < <stream:error><bad-namespace-prefix xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
