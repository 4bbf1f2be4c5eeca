title   XEP-0160 §2: when a stream fails while the store is asked the next resource gets all, once
users   romeo
users   juliet, offline
romeo   > <message type='chat' id='1' to='{juliet}'><body>{repeat 40000 x}</body></message>
romeo   > <message type='chat' id='2' to='{juliet}'><body>{repeat 40000 x}</body></message>
romeo   > <message type='chat' id='3' to='{juliet}'><body>{repeat 40000 x}</body></message>
juliet  connects without presence
juliet/second connects without presence
juliet  reads nothing
# More than juliet's kernel takes: behind it nothing leaves.
romeo   > <message type='headline' to='{juliet/full}'><body>{repeat 70000 x}</body></message>
romeo   < nothing
juliet  > <presence/>
juliet/second > <presence/>
juliet  >> </nonsense>
juliet/second  <~ <message type='chat' id='1'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet/second  <~ <message type='chat' id='2'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet/second  <~ <message type='chat' id='3'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet/second <~ <presence from='{juliet/second}'/>
juliet/second <~ <presence type='unavailable' from='{juliet/full}'/>
juliet/second <~ <presence from='{juliet/full}'/>
