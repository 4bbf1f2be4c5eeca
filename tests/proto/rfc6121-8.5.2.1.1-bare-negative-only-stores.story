title   RFC 6121 §8.5.2.1.1: with negative priorities only, normal and chat wait for a better one
users   romeo juliet
juliet  > <presence><priority>-1</priority></presence>
juliet  < <presence from='{juliet/full}'><priority>-1</priority></presence>
romeo   > <message type='chat' id='1' to='{juliet}'><body>Hi</body></message>
romeo   > <message id='2' to='{juliet}'><body>Hi</body></message>
juliet  < nothing
romeo   < nothing
juliet  > <presence><priority>0</priority></presence>
juliet  < <presence from='{juliet/full}'><priority>0</priority></presence>
juliet  < <message type='chat' id='1' from='{romeo/full}' to='{juliet}'><body>Hi</body><delay xmlns='urn:xmpp:delay' from='{host}'/></message>
juliet  < <message id='2' from='{romeo/full}' to='{juliet}'><body>Hi</body><delay xmlns='urn:xmpp:delay' from='{host}'/></message>
