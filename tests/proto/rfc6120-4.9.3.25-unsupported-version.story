title   RFC 6120 §4.9.3.25: version 2 is not spoken here
stream  juliet secure
juliet  >> <stream:stream to='{host}' version='2.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>
juliet  < <stream:stream from='{host}' id='*' version='1.0' xml:lang='en'>
juliet  < <stream:error><unsupported-version xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
