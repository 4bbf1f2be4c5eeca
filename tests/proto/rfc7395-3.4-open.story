title   RFC 7395 §3.4, §3.7, §3.6: a stream over WebSocket from <open/> through a restart to <close/>
users   romeo, offline
stream  romeo websocket secure
romeo   >> <open xmlns='urn:ietf:params:xml:ns:xmpp-framing' to='{host}' version='1.0'/>
romeo   < <open xmlns='urn:ietf:params:xml:ns:xmpp-framing' from='{host}' id='{=first}' version='1.0' xml:lang='en'/>
romeo   < <stream:features><mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>...</mechanisms>...</stream:features>
romeo   >> <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{base64 \0romeo\0{password}}</auth>
romeo   < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
romeo   >> <open xmlns='urn:ietf:params:xml:ns:xmpp-framing' to='{host}' version='1.0'/>
romeo   < <open xmlns='urn:ietf:params:xml:ns:xmpp-framing' from='{host}' id='!{first}' version='1.0' xml:lang='en'/>
romeo   < <stream:features><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/>...</stream:features>
romeo   >> <iq xmlns='jabber:client' type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>web</resource></bind></iq>
romeo   < <iq type='result' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>{romeo/web}</jid></bind></iq>
romeo   >> <close xmlns='urn:ietf:params:xml:ns:xmpp-framing'/>
romeo   < <close xmlns='urn:ietf:params:xml:ns:xmpp-framing'/>
romeo   closed
