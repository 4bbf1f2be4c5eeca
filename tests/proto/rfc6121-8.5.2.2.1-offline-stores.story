title   RFC 6121 §8.5.2.2.1: without resources normal and chat are kept, in order
users   romeo
users   juliet, offline
romeo   > <message id='1' to='{juliet}'><body>One</body></message>
romeo   > <message type='chat' id='2' to='{juliet}'><body>Two</body></message>
romeo   > <message id='3' to='{juliet}'><body>Three</body></message>
romeo   < nothing
juliet connects
juliet  < <message id='1' from='{romeo/full}' to='{juliet}'><body>One</body><delay xmlns='urn:xmpp:delay' from='{host}'/></message>
juliet  < <message type='chat' id='2' from='{romeo/full}' to='{juliet}'><body>Two</body><delay xmlns='urn:xmpp:delay' from='{host}'/></message>
juliet  < <message id='3' from='{romeo/full}' to='{juliet}'><body>Three</body><delay xmlns='urn:xmpp:delay' from='{host}'/></message>
juliet  < nothing
