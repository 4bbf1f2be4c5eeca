title   XEP-0160 §2: messages wait across a restart
users   romeo
users   juliet, offline
romeo   > <message type='chat' id='1' to='{juliet}'><body>One</body></message>
romeo   > <message type='chat' id='2' to='{juliet}'><body>Two</body></message>
restart
juliet  connects
juliet  < <message type='chat' id='1'><body>One</body><delay xmlns='urn:xmpp:delay' from='{host}'/></message>
juliet  < <message type='chat' id='2'><body>Two</body><delay xmlns='urn:xmpp:delay' from='{host}'/></message>
restart
juliet  connects
juliet  < nothing
