title   store_max_jobs: who sends more than the disk takes waits alone; nobody else is read more slowly for that
option  store_max = 1M
option  rate_bytes_burst = 8M
users   romeo juliet nurse
users   mercutio, offline
# The account is in memory.
romeo   > <message type='chat' to='{mercutio}'><body>0</body></message>
romeo   < nothing
database stuck
romeo   > <message type='chat' to='{mercutio}'><body>1</body></message>
romeo   >> {repeat 60 <message type='headline' to='juliet@verona.example'><body>{repeat 20000 x}</body></message>}
# It is not read from any more; others are.
nurse   > <iq type='get' id='1'><ping xmlns='urn:xmpp:ping'/></iq>
nurse   < <iq type='result' id='1'/>
database moves
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
juliet  < <message type='headline'>...</message>
