title   RFC 6120 §4.9.3.14: a stanza over the limit ends the stream and is not delivered
option  stanza_max = 10000
users   romeo juliet
romeo   >> <message to='{juliet}'><body>{repeat 10000 x}</body></message>
romeo   < <stream:error><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   closed
