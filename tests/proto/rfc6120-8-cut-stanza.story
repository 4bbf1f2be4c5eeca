title   RFC 6120 §8: a stanza that ends with the connection never was
users   romeo juliet
romeo   >> <message id='1' to='{juliet}'><body>Hi</body></message
romeo   breaks
juliet  < nothing
