title   RFC 6120 §4.9.3.4: who does not log in in time loses the connection
users   romeo
stream  juliet secure
clock   +20s
juliet  greets
clock   +9s
juliet  < nothing
clock   +1s
juliet  < <stream:error><connection-timeout xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
clock   +1m
romeo   < nothing
