title   RFC 7395 §3.3.2, §3.5: a header in another namespace is answered with <open/>, the error and <close/>
stream  romeo websocket secure
romeo   >> <open xmlns='jabber:client' to='{host}' version='1.0'/>
romeo   < <open xmlns='urn:ietf:params:xml:ns:xmpp-framing' from='{host}' id='*' version='1.0' xml:lang='en'/>
romeo   < <stream:error><invalid-namespace xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   < <close xmlns='urn:ietf:params:xml:ns:xmpp-framing'/>
romeo   closed
stream  juliet websocket secure
juliet  >> <stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='{host}' version='1.0'/>
juliet  < <open xmlns='urn:ietf:params:xml:ns:xmpp-framing' from='{host}' id='*' version='1.0' xml:lang='en'/>
juliet  < <stream:error><invalid-namespace xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
