title   RFC 6120 §10.1: messages to bare and full JID arrive in the order they were sent, behind what was kept
users   romeo
users   juliet, connected
romeo   > <message type='chat' id='1' to='{juliet}'><body>One</body></message>
juliet  > <presence/>
romeo   > <message type='chat' id='2' to='{juliet/full}'><body>Two</body></message>
romeo   > <message type='chat' id='3' to='{juliet}'><body>Three</body></message>
juliet  < <presence from='{juliet/full}'/>
juliet  < <message type='chat' id='1' from='{romeo/full}' to='{juliet}'><body>One</body><delay xmlns='urn:xmpp:delay' from='{host}'/></message>
juliet  < <message type='chat' id='2' from='{romeo/full}' to='{juliet/full}'><body>Two</body></message>
juliet  < <message type='chat' id='3' from='{romeo/full}' to='{juliet}'><body>Three</body>...</message>
