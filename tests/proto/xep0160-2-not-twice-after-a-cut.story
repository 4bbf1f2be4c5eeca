title   XEP-0160 §2: what was written to the client is not sent again after its connection was cut
users   romeo
users   juliet, offline
romeo   > <message type='chat' id='1' to='{juliet}'><body>Hi</body></message>
juliet connects
juliet  < <message type='chat' id='1' from='{romeo/full}' to='{juliet}'><body>Hi</body><delay xmlns='urn:xmpp:delay' from='{host}'/></message>
juliet breaks
romeo   > <message type='chat' id='2' to='{juliet}'><body>Again</body></message>
juliet connects
juliet  < <message type='chat' id='2' from='{romeo/full}' to='{juliet}'><body>Again</body><delay xmlns='urn:xmpp:delay' from='{host}'/></message>
juliet  < nothing
