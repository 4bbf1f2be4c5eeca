title   RFC 6120 §4.9.3.25: a client without a version could not log in
stream  juliet secure
juliet  >> <stream:stream to='{host}' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>
juliet  < <stream:stream from='{host}' id='*' version='!' xml:lang='en'>
juliet  < <stream:error><unsupported-version xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
