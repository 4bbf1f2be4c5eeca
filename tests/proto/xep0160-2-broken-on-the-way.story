title   XEP-0160 §2: what was on its way when the only connection broke still waits
users   romeo
users   juliet, offline
romeo   > <message type='chat' id='1' to='{juliet}'><body>{repeat 40000 x}</body></message>
romeo   > <message type='chat' id='2' to='{juliet}'><body>{repeat 40000 x}</body></message>
romeo   > <message type='chat' id='3' to='{juliet}'><body>{repeat 40000 x}</body></message>
juliet  connects without presence
juliet  reads nothing
# The first slice is with juliet's kernel then, the second on its way.
juliet  > <presence/>
romeo   < nothing
juliet  breaks
juliet  connects
juliet  < <message type='chat' id='3'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet  disconnects
juliet  connects
juliet  < nothing
