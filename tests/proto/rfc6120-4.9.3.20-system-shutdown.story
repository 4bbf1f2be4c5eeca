title   RFC 6120 §4.9.3.20: who is connected when the server stops is told so
users   romeo
users   juliet, connected
stream  mercutio
stop
romeo   < <stream:error><system-shutdown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   closed
juliet  < <stream:error><system-shutdown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
mercutio < <stream:stream from='{host}' id='*' version='1.0' xml:lang='en'>
mercutio < <stream:error><system-shutdown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
mercutio closed
