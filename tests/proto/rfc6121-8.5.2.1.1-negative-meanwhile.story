title   RFC 6121 §8.5.2.1.1: who turns to a negative priority is sent no more, and the rest waits
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
romeo   < nothing
juliet  > <presence><priority>-1</priority></presence>
romeo   < nothing
juliet  reads
juliet  <~ <message type='chat' id='1'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet  <~ <message type='chat' id='2'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet  <~ <message type='chat' id='3'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet  <~ <message type='chat' id='4'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet  < <presence from='{juliet/full}'/>
juliet  < <presence from='{juliet/full}'><priority>-1</priority></presence>
juliet  < nothing
juliet  > <presence/>
juliet  <~ <message type='chat' id='5'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet  < <presence from='{juliet/full}'/>
