title   RFC 6120 §8: part of a stanza has no effect, however long the rest takes
users   romeo juliet
romeo   >> <message id='1' to='{juliet}'><body>Hi
juliet  < nothing
clock   +30s
romeo   >> </body></message
juliet  < nothing
romeo   >> >
juliet  < <message id='1'><body>Hi</body></message>
