title   RFC 7395 §3.3.3: an element does not go on in the next message
users   romeo, offline
romeo   connects without presence by websocket
romeo   >> <message xmlns='jabber:client' to='{romeo}'><body>half
romeo   < <stream:error><not-well-formed xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   closed
