title   RFC 6121 §8.5.3.2.1: chat to a resource that is gone waits when only negative priorities are there
users   romeo juliet
juliet  > <presence><priority>-1</priority></presence>
juliet  < <presence from='{juliet/full}'><priority>-1</priority></presence>
romeo   > <message type='chat' id='1' to='{juliet}/gone'><body>Hi</body></message>
juliet  < nothing
romeo   < nothing
juliet  > <presence/>
juliet  < <presence from='{juliet/full}'/>
juliet  < <message type='chat' id='1' from='{romeo/full}' to='{juliet}/gone'><body>Hi</body><delay xmlns='urn:xmpp:delay' from='{host}'/></message>
