title   XEP-0160 §2: kept messages go to the resource that became available, not to the next one too
users   romeo
users   juliet, offline
romeo   > <message type='chat' id='1' to='{juliet}'><body>Hi</body></message>
juliet connects
juliet/second connects
juliet  < <message type='chat' id='1' from='{romeo/full}' to='{juliet}'><body>Hi</body><delay xmlns='urn:xmpp:delay' from='{host}'/></message>
juliet/second < nothing
