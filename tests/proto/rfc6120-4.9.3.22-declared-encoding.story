title   RFC 6120 §4.9.3.22: another declared encoding is refused
stream  juliet secure
juliet  >> <?xml version='1.0' encoding='ISO-8859-1'?><stream:stream to='{host}' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>
juliet  < <stream:stream from='{host}' id='*' version='1.0' xml:lang='en'>
juliet  < <stream:error><unsupported-encoding xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
