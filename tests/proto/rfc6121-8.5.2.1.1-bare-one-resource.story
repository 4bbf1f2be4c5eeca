title   RFC 6121 §8.5.2.1.1: the only available resource gets normal, chat and headline, and `to` stays bare
users   romeo juliet
romeo   > <message id='1' to='{juliet}'><body>Hi</body></message>
juliet  < <message id='1' from='{romeo/full}' to='{juliet}'><body>Hi</body></message>
romeo   > <message type='chat' id='2' to='{juliet}'><body>Hi</body></message>
juliet  < <message type='chat' id='2' from='{romeo/full}' to='{juliet}'><body>Hi</body></message>
romeo   > <message type='headline' id='3' to='{juliet}'><body>Hi</body></message>
juliet  < <message type='headline' id='3' from='{romeo/full}' to='{juliet}'><body>Hi</body></message>
romeo   < nothing
