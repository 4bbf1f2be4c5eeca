title   RFC 7395 §3: SCRAM over WebSocket, several messages each way
users   romeo, offline
stream  romeo websocket secure
romeo   greets
romeo   logs in with SCRAM-SHA-256
romeo   binds web
romeo   > <iq type='get' id='1' to='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
romeo   < <iq type='result' id='1' from='{host}'/>
