title   RFC 6120 §4.9.1.1: a client that sends a stream error gets the stream closed, and no error back
users   romeo
romeo   > <stream:error><undefined-condition xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   < </stream:stream>
romeo   closed
stream  juliet secure
juliet  greets
juliet  > <stream:error><unsupported-version xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  < </stream:stream>
juliet  closed
