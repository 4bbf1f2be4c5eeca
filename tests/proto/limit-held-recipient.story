title   doc/internals/durability.md: who reads all the time is not closed for what a slow disk has kept from it
option  output_max = 65536
users   romeo juliet
users   mercutio, offline
# The account is in memory.
romeo   > <message type='chat' to='{mercutio}'><body>0</body></message>
romeo   < nothing
database stuck
romeo   > <message type='chat' to='{mercutio}'><body>1</body></message>
romeo   > <message type='headline' id='1' to='{juliet}'><body>{repeat 60000 x}</body></message>
romeo   > <message type='headline' id='2' to='{juliet}'><body>{repeat 60000 x}</body></message>
romeo   > <message type='headline' id='3' to='{juliet}'><body>{repeat 60000 x}</body></message>
database moves
juliet  < <message type='headline' id='1'>...</message>
juliet  < <message type='headline' id='2'>...</message>
juliet  < <message type='headline' id='3'>...</message>
romeo   > <message type='headline' id='4' to='{juliet}'><body>Hi</body></message>
juliet  < <message type='headline' id='4'>...</message>
