title   RFC 6120 §10.1: only who is sent older messages waits for them, not the others
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
romeo   > <message type='headline' id='4' to='{juliet}'><body>Hi</body></message>
romeo   > <message type='chat' id='5' to='{juliet/full}'><body>Hi</body></message>
juliet/second connects without presence
juliet/second > <presence><priority>-1</priority></presence>
juliet/second <~ <presence from='{juliet/second}'><priority>-1</priority></presence>
juliet/second < <presence from='{juliet/full}'/>
# Nobody else reads: this one waits.
romeo   > <message type='chat' id='6' to='{juliet}'><body>Hi</body></message>
juliet/second < nothing
juliet/third connects
romeo   > <message type='chat' id='7' to='{juliet}'><body>Hi</body></message>
juliet/third < <message type='chat' id='7'><body>Hi</body></message>
juliet  reads
juliet  <~ <message type='chat' id='1'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet  <~ <presence from='{juliet/full}'/>
juliet  <~ <presence from='{juliet/second}'><priority>-1</priority></presence>
juliet  <~ <presence from='{juliet/third}'/>
juliet  < <message type='chat' id='2'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet  < <message type='chat' id='3'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet  < <message type='headline' id='4'><body>Hi</body></message>
juliet  < <message type='chat' id='5'><body>Hi</body></message>
juliet  < <message type='chat' id='7'><body>Hi</body></message>
juliet  < <message type='chat' id='6'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
