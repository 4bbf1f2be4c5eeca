title   RFC 6120 §4.9.1.1: what comes behind what ended the stream is not looked at
users   romeo juliet
romeo   >> <pubsub xmlns='urn:example:x'/><message to='{juliet}'><body>Hi</body></message><flow xmlns='urn:example:x'/>
romeo   < <stream:error><unsupported-stanza-type xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   < </stream:stream>
romeo   closed
juliet  < nothing
