title   RFC 6120 §4.9.3.12: nothing but logging in before login
users   romeo
stream  juliet secure
juliet  greets
juliet  > <message to='{romeo}'><body>Hi</body></message>
juliet  < <stream:error><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
romeo   < nothing
