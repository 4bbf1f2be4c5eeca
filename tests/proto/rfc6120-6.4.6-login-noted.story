title   RFC 6120 §6.4.6: the time of a login is noted, once a minute at most
users   romeo, offline
romeo   connects
command account list
answer  accounts.0.last_login_at = {=first}
clock   +50s
romeo/b connects
command account list
answer  accounts.0.last_login_at = {first}
clock   +10s
romeo/c connects
command account list
answer  accounts.0.last_login_at = {=second}
command account passwd jid={romeo} password=secret
clock   +1s
romeo/d connects
command account list
answer  accounts.0.last_login_at = {=third}
