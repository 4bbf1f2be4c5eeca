title   RFC 6120 §7.1: nothing but binding before a resource is bound
users   romeo
users   juliet, offline
stream  juliet secure
juliet  greets
juliet  logs in
juliet  < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
juliet  greets
juliet  > <message to='{romeo}'><body>Hi</body></message>
juliet  < <stream:error><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
romeo   < nothing
