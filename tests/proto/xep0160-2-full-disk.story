title   XEP-0160 §2: when removing fails nothing is lost, and the next presence tries again
users   romeo
users   juliet, offline
romeo   > <message type='chat' id='1' to='{juliet}'><body>{repeat 40000 x}</body></message>
romeo   > <message type='chat' id='2' to='{juliet}'><body>{repeat 40000 x}</body></message>
romeo   > <message type='chat' id='3' to='{juliet}'><body>{repeat 40000 x}</body></message>
juliet  connects without presence
# The first job reads, the second removes and reads on.
fault   store.commit:2
juliet  > <presence/>
juliet  <~ <message type='chat' id='1'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet  <~ <message type='chat' id='2'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet  < <presence from='{juliet/full}'/>
juliet  < nothing
log     ERROR cannot store: cannot commit
log     ERROR cannot deliver offline messages
juliet  > <presence/>
juliet  <~ <message type='chat' id='1'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet  <~ <message type='chat' id='2'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet  <~ <message type='chat' id='3'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet  < <presence from='{juliet/full}'/>
juliet  disconnects
juliet  connects
juliet  < nothing
