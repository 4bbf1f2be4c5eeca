title   RFC 7395 §3.3.3: a stanza brings its namespace along; without one it is nothing that the server knows
users   romeo, offline
romeo   connects without presence by websocket
romeo   >> <presence/>
romeo   < <stream:error><unsupported-stanza-type xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   closed
