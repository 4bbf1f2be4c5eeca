title   RFC 7395 §3.3.3: who is on a WebSocket and who is on TCP hear each other, each in frames or streams of their own
users   juliet
users   romeo, offline
romeo   connects by websocket
romeo   >> <message xmlns='jabber:client' to='{juliet}' type='chat' id='1'><body>from the web</body></message>
juliet  < <message from='{romeo/full}' to='{juliet}' type='chat' id='1'><body>from the web</body></message>
juliet  > <message to='{romeo}' type='chat' id='2'><body>to the web</body><active xmlns='http://jabber.org/protocol/chatstates'/></message>
romeo   < <message from='{juliet/full}' to='{romeo}' type='chat' id='2'><body>to the web</body><active xmlns='http://jabber.org/protocol/chatstates'/></message>
romeo   >> <iq xmlns='jabber:client' type='get' id='3' to='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
romeo   < <iq type='result' id='3' from='{host}'/>
