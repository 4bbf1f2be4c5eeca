title   RFC 6120 §7.7.1: the resource that was bound gets messages at once, before any presence
users   romeo
users   juliet, offline
stream  juliet secure
juliet  greets
juliet  logs in with SCRAM-SHA-256
juliet  binds balcony
romeo   > <message id='1' to='{juliet/balcony}'><body>Hi</body></message>
juliet  < <message id='1' from='{romeo/full}' to='{juliet/balcony}'><body>Hi</body></message>
