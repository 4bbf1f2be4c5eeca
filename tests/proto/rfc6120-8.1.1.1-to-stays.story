title   RFC 6120 §8.1.1.1: the recipient's address arrives as it was sent
users   romeo juliet
romeo   > <message id='1' to='{juliet}'><body>Hi</body></message>
juliet  < <message id='1' from='{romeo/full}' to='{juliet}'><body>Hi</body></message>
romeo   > <message id='2' to='JULIET@{host}/full'><body>Hi</body></message>
juliet  < <message id='2' from='{romeo/full}' to='JULIET@{host}/full'><body>Hi</body></message>
