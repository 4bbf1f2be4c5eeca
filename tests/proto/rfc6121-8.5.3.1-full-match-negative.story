title   RFC 6121 §8.5.3.1: who is addressed by the full JID gets the message also with negative priority
users   romeo juliet
juliet  > <presence><priority>-1</priority></presence>
juliet  < <presence from='{juliet/full}'><priority>-1</priority></presence>
romeo   > <message type='chat' id='1' to='{juliet/full}'><body>Hi</body></message>
juliet  < <message type='chat' id='1' from='{romeo/full}' to='{juliet/full}'><body>Hi</body></message>
