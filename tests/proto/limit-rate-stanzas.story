title   rate_stanzas: who sends too fast is read more slowly, and nothing is lost
option  rate_stanzas = 2
option  rate_stanzas_burst = 5
users   romeo juliet
romeo   > <message id='1' to='{juliet}'><body>1</body></message>
romeo   > <message id='2' to='{juliet}'><body>2</body></message>
romeo   > <message id='3' to='{juliet}'><body>3</body></message>
romeo   > <message id='4' to='{juliet}'><body>4</body></message>
romeo   > <message id='5' to='{juliet}'><body>5</body></message>
juliet  < <message id='1'><body>1</body></message>
juliet  < <message id='2'><body>2</body></message>
juliet  < <message id='3'><body>3</body></message>
juliet  < <message id='4'><body>4</body></message>
juliet  < nothing
clock   +10s
juliet  < <message id='5'><body>5</body></message>
