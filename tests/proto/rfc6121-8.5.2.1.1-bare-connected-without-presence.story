title   RFC 6121 §8.5.2.1.1: a resource that has sent no presence is not available: messages for the account wait
users   romeo
users   juliet, connected
romeo   > <message type='chat' id='1' to='{juliet}'><body>Hi</body></message>
juliet  < nothing
romeo   < nothing
juliet  > <presence/>
juliet  < <presence from='{juliet/full}'/>
juliet  < <message type='chat' id='1' from='{romeo/full}' to='{juliet}'><body>Hi</body><delay xmlns='urn:xmpp:delay' from='{host}'/></message>
