title   XEP-0160 §2, XEP-0203 §2: a kept message says when it was stored, and is delivered once
users   romeo
users   juliet, offline
romeo   > <message type='chat' id='1' to='{juliet}'><body>Hi</body></message>
clock   +5m
juliet connects
juliet  < <message type='chat' id='1' from='{romeo/full}' to='{juliet}'><body>Hi</body><delay xmlns='urn:xmpp:delay' from='{host}'/></message>
juliet disconnects
juliet connects
juliet  < nothing
