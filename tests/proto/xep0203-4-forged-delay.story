title   XEP-0203 §4: a stamp that pretends to be the server's is taken away, somebody else's stays
users   romeo
users   juliet, offline
romeo   > <message type='chat' id='1' to='{juliet}'><body>Hi</body><delay xmlns='urn:xmpp:delay' from='{host}' stamp='2002-09-10T23:08:25Z'/><delay xmlns='urn:xmpp:delay' from='gateway.example' stamp='2003-01-01T00:00:00Z'/></message>
juliet connects
juliet  < <message type='chat' id='1' from='{romeo/full}' to='{juliet}'><body>Hi</body><delay xmlns='urn:xmpp:delay' from='gateway.example' stamp='2003-01-01T00:00:00Z'/><delay xmlns='urn:xmpp:delay' from='{host}' stamp='*'/></message>
