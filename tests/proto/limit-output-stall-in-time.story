title   DESIGN §6: output_stall is as long as it says, however seldom silence is looked for
option  output_stall = 30s
users   romeo juliet, friends
clock   +20s
juliet  reads nothing
romeo   > <message type='headline' id='1' to='{juliet}'><body>{repeat 60000 x}</body></message>
romeo   > <message type='headline' id='2' to='{juliet}'><body>{repeat 60000 x}</body></message>
romeo   > <message type='headline' id='3' to='{juliet}'><body>{repeat 60000 x}</body></message>
clock   +25s
romeo   < nothing
clock   +12s
romeo   < <presence type='unavailable' from='{juliet/full}'/>
juliet  reads
juliet  < <message type='headline' id='1'>...</message>
juliet  < <message type='headline' id='2'>...</message>
juliet  closed
