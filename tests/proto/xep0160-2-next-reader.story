title   XEP-0160 §2: what was on its way when the connection broke goes to the next resource
users   romeo
users   juliet, offline
romeo   > <message type='chat' id='1' to='{juliet}'><body>{repeat 40000 x}</body></message>
romeo   > <message type='chat' id='2' to='{juliet}'><body>{repeat 40000 x}</body></message>
romeo   > <message type='chat' id='3' to='{juliet}'><body>{repeat 40000 x}</body></message>
romeo   > <message type='chat' id='4' to='{juliet}'><body>{repeat 40000 x}</body></message>
romeo   > <message type='chat' id='5' to='{juliet}'><body>{repeat 40000 x}</body></message>
juliet  connects without presence
juliet  reads nothing
# The first slice is with juliet's kernel then, the second on its way.
juliet  > <presence/>
juliet/second connects
juliet/second < nothing
juliet  breaks
juliet/second < <presence type='unavailable' from='{juliet/full}'/>
juliet/second  < <message type='chat' id='3'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet/second  < <message type='chat' id='4'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet/second  < <message type='chat' id='5'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet/second disconnects
juliet  connects
juliet  < nothing
