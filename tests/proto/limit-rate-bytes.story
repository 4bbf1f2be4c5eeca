title   rate_bytes: who sends too much is read more slowly, and nothing is lost
option  rate_bytes = 1024
option  rate_bytes_burst = 16384
users   romeo juliet
romeo   > <message id='1' to='{juliet}'><body>{repeat 20000 x}</body></message>
romeo   < nothing
romeo   > <message id='2' to='{juliet}'><body>2</body></message>
romeo   < nothing
clock   +30s
juliet  < <message id='1'><body>{repeat 20000 x}</body></message>
juliet  < <message id='2'><body>2</body></message>
