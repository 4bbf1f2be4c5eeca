title   RFC 6120 §4.7.5: an older version is answered with itself, a header without version with none
stream  juliet secure
juliet  >> <stream:stream to='{host}' version='0.9' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>
juliet  < <stream:stream from='{host}' id='*' version='0.9' xml:lang='en'>
juliet  < <stream:error><unsupported-version xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
stream  romeo secure
romeo   >> <stream:stream to='{host}' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>
romeo   < <stream:stream from='{host}' id='*' version='!' xml:lang='en'>
romeo   < <stream:error><unsupported-version xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   closed
