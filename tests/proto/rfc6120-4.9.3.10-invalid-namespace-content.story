title   RFC 6120 §4.9.3.10: the content namespace of clients is jabber:client
stream  juliet secure
juliet  >> <stream:stream to='{host}' version='1.0' xmlns='jabber:server' xmlns:stream='http://etherx.jabber.org/streams'>
juliet  < <stream:stream from='{host}' id='*' version='1.0' xml:lang='en'>
juliet  < <stream:error><invalid-namespace xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
