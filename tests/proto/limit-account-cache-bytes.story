title   account_cache_max: accounts that nobody uses take no more than that, however few they are, and are read again
option  account_cache_max = 1000
users   romeo juliet
command status
answer  accounts_in_memory = 2
juliet  disconnects
command status
answer  accounts_in_memory = 1
romeo   > <message id='1' to='{juliet}'><body>1</body></message>
romeo   < nothing
command status
answer  accounts_in_memory = 1
juliet  connects
juliet  < <message id="1">...</message>
