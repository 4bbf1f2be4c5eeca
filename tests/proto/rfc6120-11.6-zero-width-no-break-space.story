title   RFC 6120 §11.6: U+FEFF inside a stream is a character like others
users   romeo juliet
romeo   >> <message id='1' to='{juliet}'><body>\xef\xbb\xbfa\xef\xbb\xbfb</body></message>
juliet  < <message id='1'><body>&#xFEFF;a&#xFEFF;b</body></message>
