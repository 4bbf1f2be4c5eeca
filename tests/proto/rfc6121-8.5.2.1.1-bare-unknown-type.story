title   RFC 6121 §5.2.2: a type that the server does not know is normal
users   romeo juliet
romeo   > <message type='pigeon' id='1' to='{juliet}'><body>Hi</body></message>
juliet  < <message type='pigeon' id='1' from='{romeo/full}' to='{juliet}'><body>Hi</body></message>
