title   output_stall: a client that reads nothing for output_stall is closed, a slow one is not
option  silent_after = 10s
option  output_stall = 30s
users   romeo juliet, friends
juliet  reads nothing
romeo   > <message type='headline' id='1' to='{juliet}'><body>{repeat 60000 x}</body></message>
romeo   > <message type='headline' id='2' to='{juliet}'><body>{repeat 60000 x}</body></message>
romeo   > <message type='headline' id='3' to='{juliet}'><body>{repeat 60000 x}</body></message>
clock   +25s
juliet  reads
juliet  < <message type='headline' id='1'>...</message>
juliet  < <message type='headline' id='2'>...</message>
juliet  < <message type='headline' id='3'>...</message>
juliet  reads nothing
romeo   > <message type='headline' id='4' to='{juliet}'><body>{repeat 60000 x}</body></message>
romeo   > <message type='headline' id='5' to='{juliet}'><body>{repeat 60000 x}</body></message>
romeo   > <message type='headline' id='6' to='{juliet}'><body>{repeat 60000 x}</body></message>
clock   +25s
romeo   < nothing
clock   +20s
romeo   < <presence type='unavailable' from='{juliet/full}'/>
juliet  reads
juliet  < <message type='headline' id='4'>...</message>
juliet  < <message type='headline' id='5'>...</message>
juliet  closed
