title   XEP-0160 §2: who turns to a negative priority before anything came gets nothing; the next resource gets all
users   romeo
users   juliet, offline
romeo   > <message type='chat' id='1' to='{juliet}'><body>{repeat 40000 x}</body></message>
romeo   > <message type='chat' id='2' to='{juliet}'><body>{repeat 40000 x}</body></message>
romeo   > <message type='chat' id='3' to='{juliet}'><body>{repeat 40000 x}</body></message>
juliet  connects without presence
juliet/second connects without presence
juliet  > <presence/>
juliet  > <presence><priority>-1</priority></presence>
juliet/second > <presence/>
juliet/second <~ <message type='chat' id='1'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet/second <~ <message type='chat' id='2'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet/second <~ <message type='chat' id='3'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet/second <~ <presence from='{juliet/full}'><priority>-1</priority></presence>
juliet/second < <presence from='{juliet/second}'/>
juliet  < <presence from='{juliet/full}'/>
juliet  < <presence from='{juliet/full}'><priority>-1</priority></presence>
juliet  < <presence from='{juliet/second}'/>
