title   RFC 6120 §4.9.3.6: a domain that this server does not serve
stream  juliet secure
juliet  >> <stream:stream to='mantua.example' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>
juliet  < <stream:stream from='{host}' id='*' version='1.0' xml:lang='en'>
juliet  < <stream:error><host-unknown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
