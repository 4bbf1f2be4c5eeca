title   RFC 6120 §4.9.3.12: whose account is disabled is told why at once, not at the next login only
users   juliet
command account disable jid={juliet} reason=come+and+see+me
juliet  < <stream:error><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-streams'/><text xmlns='urn:ietf:params:xml:ns:xmpp-streams' xml:lang='en'>This account was disabled: come+and+see+me</text></stream:error>
juliet  closed
stream  juliet/b secure
juliet/b greets
juliet/b logs in
juliet/b < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><account-disabled/><text xml:lang='en'>This account is disabled: come+and+see+me</text></failure>
