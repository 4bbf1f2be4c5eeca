title   RFC 6120 §4.3.3, §4.9.3.1: a header is due at the beginning and after a restart; elsewhere it ends the stream, and its children are nobody's stanzas
users   romeo juliet nurse
users   benvolio, offline
romeo   >> <stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='{host}' version='1.0'><message to='{juliet}'><body>Hi</body></message>
romeo   < <stream:error><bad-format xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   closed
juliet  > <message id='1' type='headline' to='{nurse}'><body>before</body></message>
juliet  >> {header}
juliet  < <stream:error><not-well-formed xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
nurse   < <message id='1' type='headline'>...</message>
# Before login too.
stream  benvolio secure
benvolio greets
benvolio >> <stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='{host}' version='1.0'>
benvolio < <stream:error><bad-format xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
benvolio closed
