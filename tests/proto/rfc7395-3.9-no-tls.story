title   RFC 7395 §3.9: TLS is not offered inside a WebSocket, and without it below nobody logs in
users   romeo, offline
stream  romeo websocket
romeo   >> {open}
romeo   < <open xmlns='urn:ietf:params:xml:ns:xmpp-framing' from='{host}' id='*' version='1.0' xml:lang='en'/>
romeo   < <stream:features><limits xmlns='urn:xmpp:stream-limits:0'>...</limits></stream:features>
romeo   logs in
romeo   < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><encryption-required/></failure>
romeo   > <starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>
romeo   < <failure xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>
romeo   closed
