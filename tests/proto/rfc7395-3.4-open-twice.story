title   RFC 7395 §3.4: a stream is opened once
stream  romeo websocket secure
romeo   greets
romeo   >> {open}
romeo   < <stream:error><bad-format xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   closed
