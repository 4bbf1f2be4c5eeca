title   RFC 6120 §8.1.2.1: the own bare or full address may be named, and the full one is told
users   romeo juliet
romeo   > <message id='1' from='{romeo}' to='{juliet}'><body>Hi</body></message>
juliet  < <message id='1' from='{romeo/full}' to='{juliet}'><body>Hi</body></message>
romeo   > <message id='2' from='{romeo/full}' to='{juliet}'><body>Hi</body></message>
juliet  < <message id='2' from='{romeo/full}' to='{juliet}'><body>Hi</body></message>
romeo   > <message id='3' from='ROMEO@Verona.Example/full' to='{juliet}'><body>Hi</body></message>
juliet  < <message id='3' from='{romeo/full}' to='{juliet}'><body>Hi</body></message>
