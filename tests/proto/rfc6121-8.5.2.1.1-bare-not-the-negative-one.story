title   RFC 6121 §8.5.2.1.1: of several resources the one with negative priority gets nothing
users   romeo juliet
juliet/second connects
juliet  > <presence><priority>-1</priority></presence>
juliet  < <presence from='{juliet/full}'><priority>-1</priority></presence>
juliet/second < <presence from='{juliet/full}'><priority>-1</priority></presence>
romeo   > <message type='chat' id='1' to='{juliet}'><body>Hi</body></message>
romeo   > <message type='headline' id='2' to='{juliet}'><body>Hi</body></message>
juliet/second < <message type='chat' id='1' from='{romeo/full}' to='{juliet}'><body>Hi</body></message>
juliet/second < <message type='headline' id='2' from='{romeo/full}' to='{juliet}'><body>Hi</body></message>
juliet  < nothing
