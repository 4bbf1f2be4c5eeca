title   RFC 7395 §3.5: a server that stops tells who is connected over WebSocket
users   romeo, offline
romeo   connects without presence by websocket
stop
romeo   < <stream:error><system-shutdown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   < <close xmlns='urn:ietf:params:xml:ns:xmpp-framing'/>
romeo   closed
