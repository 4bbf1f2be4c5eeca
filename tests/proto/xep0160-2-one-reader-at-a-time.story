title   XEP-0160 §2: two resources that become available together do not both get the messages
users   romeo
users   juliet, offline
romeo   > <message type='chat' id='1' to='{juliet}'><body>{repeat 40000 x}</body></message>
romeo   > <message type='chat' id='2' to='{juliet}'><body>{repeat 40000 x}</body></message>
romeo   > <message type='chat' id='3' to='{juliet}'><body>{repeat 40000 x}</body></message>
juliet  connects without presence
juliet/second connects without presence
juliet  > <presence/>
juliet/second > <presence><priority>5</priority></presence>
juliet  <~ <message type='chat' id='1'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet  <~ <message type='chat' id='2'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet  <~ <message type='chat' id='3'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet  <~ <presence from='{juliet/full}'/>
juliet  <~ <presence from='{juliet/second}'><priority>5</priority></presence>
juliet/second <~ <presence from='{juliet/full}'/>
juliet/second <~ <presence from='{juliet/second}'><priority>5</priority></presence>
juliet/second < nothing
