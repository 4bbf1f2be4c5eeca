title   RFC 6120 §4.9.2: errors of streams and stanzas say in words what happened, and in which language
users   romeo juliet
juliet  > <iq type='get' id='1'/>
juliet  < <iq type='error' id='1'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas' xml:lang='en'>*</text></error></iq>
juliet  >> <a></b>
juliet  < <stream:error><not-well-formed xmlns='urn:ietf:params:xml:ns:xmpp-streams'/><text xmlns='urn:ietf:params:xml:ns:xmpp-streams' xml:lang='en'>*</text></stream:error>
juliet  closed
stream  nobody secure
nobody  >> <stream:stream to='mantua.example' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>
nobody  < <stream:stream from='{host}' id='*' version='1.0' xml:lang='en'>
nobody  < <stream:error><host-unknown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/><text xmlns='urn:ietf:params:xml:ns:xmpp-streams' xml:lang='en'>*</text></stream:error>
nobody  closed
stream  mercutio secure
mercutio greets
mercutio > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='CRAM-MD5'/>
mercutio < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><invalid-mechanism/><text xml:lang='en'>*</text></failure>
