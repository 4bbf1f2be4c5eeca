title   XEP-0160 §2: what is more than a slice comes whole, in order, and once
users   romeo
users   juliet, offline
# Two such messages are a slice.
romeo   > <message type='chat' id='1' to='{juliet}'><body>{repeat 40000 x}</body></message>
romeo   > <message type='chat' id='2' to='{juliet}'><body>{repeat 40000 x}</body></message>
romeo   > <message type='chat' id='3' to='{juliet}'><body>{repeat 40000 x}</body></message>
romeo   > <message type='chat' id='4' to='{juliet}'><body>{repeat 40000 x}</body></message>
romeo   > <message type='chat' id='5' to='{juliet}'><body>{repeat 40000 x}</body></message>
juliet  connects
juliet  < <message type='chat' id='1'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet  < <message type='chat' id='2'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet  < <message type='chat' id='3'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet  < <message type='chat' id='4'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet  < <message type='chat' id='5'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet  disconnects
juliet  connects
juliet  < nothing
