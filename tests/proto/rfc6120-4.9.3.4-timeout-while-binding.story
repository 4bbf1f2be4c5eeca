title   RFC 6120 §4.9.3.4: the time to log in ends with the resource, not with the password
users   juliet, offline
stream  juliet secure
juliet  greets
juliet  logs in
juliet  < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
clock   +30s
juliet  < <stream:stream from='{host}' id='*' version='1.0' xml:lang='en'>
juliet  < <stream:error><connection-timeout xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
