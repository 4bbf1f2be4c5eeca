title   RFC 6120 §10.1: what comes while the last look for older messages is under way is not forgotten
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
juliet  reads
# White space passes the time: two turns of the loop.
juliet  >> \x20
romeo   >> \x20
juliet  >> \x20
romeo   > <message type='chat' id='4' to='{juliet}'><body>Hi</body></message>
juliet  <~ <message type='chat' id='1'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet  < <presence from='{juliet/full}'/>
juliet  < <message type='chat' id='2'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet  < <message type='chat' id='3'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet  < <message type='chat' id='4'><body>Hi</body>...</message>
