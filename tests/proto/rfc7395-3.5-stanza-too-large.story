title   RFC 7395 §3.5: a message with more than stanza_max ends the stream with an error, then <close/>
option  stanza_max = 10000
users   romeo, offline
romeo   connects without presence by websocket
romeo   >> <message xmlns='jabber:client' to='{romeo}'><body>{repeat 11000 x}</body></message>
romeo   < <stream:error><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   < <close xmlns='urn:ietf:params:xml:ns:xmpp-framing'/>
romeo   closed
