title   RFC 7395 §3.3.3: a message holds one element; the second one ends the stream
users   romeo, offline
romeo   connects without presence by websocket
romeo   >> <iq xmlns='jabber:client' type='get' id='1' to='{host}'><ping xmlns='urn:xmpp:ping'/></iq><presence xmlns='jabber:client'/>
romeo   < <iq type='result' id='1' from='{host}'/>
romeo   < <stream:error><not-well-formed xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   < <close xmlns='urn:ietf:params:xml:ns:xmpp-framing'/>
romeo   closed
