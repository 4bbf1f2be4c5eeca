title   XEP-0160 §2: messages that an administrator removed from the database are not looked for again and again
option  offline_max_messages = 2
users   romeo
users   juliet, offline
romeo   > <message type='chat' id='1' to='{juliet}'><body>Hi</body></message>
romeo   > <message type='chat' id='2' to='{juliet}'><body>Hi</body></message>
database DELETE FROM offline
juliet  connects
juliet  < nothing
juliet  disconnects
romeo   > <message type='chat' id='3' to='{juliet}'><body>Hi</body></message>
romeo   > <message type='chat' id='4' to='{juliet}'><body>Hi</body></message>
romeo   < nothing
juliet  connects
juliet  < <message type='chat' id='3'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet  < <message type='chat' id='4'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
