title   XEP-0160 §2: a goodbye whose last bytes leave late removes nothing of what the next resource is sent
users   romeo
users   juliet, offline
romeo   > <message type='chat' id='1' to='{juliet}'><body>{repeat 40000 x}</body></message>
romeo   > <message type='chat' id='2' to='{juliet}'><body>{repeat 40000 x}</body></message>
romeo   > <message type='chat' id='3' to='{juliet}'><body>{repeat 40000 x}</body></message>
romeo   > <message type='chat' id='4' to='{juliet}'><body>{repeat 40000 x}</body></message>
romeo   > <message type='chat' id='5' to='{juliet}'><body>{repeat 40000 x}</body></message>
juliet  connects without presence
juliet/second connects without presence
juliet  reads nothing
juliet/second reads nothing
# The first slice is with the kernel then, the second on its way.
juliet  > <presence/>
romeo   < nothing
juliet  >> </stream:stream>
romeo   < nothing
juliet/second > <presence/>
romeo   < nothing
juliet  reads
romeo   < nothing
juliet/second breaks
juliet/third connects
juliet/third < <message type='chat' id='5'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet  <~ <message type='chat' id='1'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet  < <presence from='{juliet/full}'/>
juliet  < <message type='chat' id='2'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet  < <message type='chat' id='3'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet  < <message type='chat' id='4'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet  < </stream:stream>
juliet  closed
