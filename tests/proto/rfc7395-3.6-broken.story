title   RFC 7395 §3.6: a WebSocket that ends without <close/> ends the session, behind what was sent
users   romeo juliet, friends
romeo/web connects by websocket
romeo/web > <message to='{juliet}' type='chat' id='1'><body>last words</body></message>
romeo/web breaks
juliet  < <message from='{romeo/web}' to='{juliet}' type='chat' id='1'><body>last words</body></message>
juliet  < <presence from='{romeo/web}' type='unavailable'/>
romeo   < <presence from='{romeo/web}' type='unavailable'/>
