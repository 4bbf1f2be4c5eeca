title   RFC 6120 §10.1: what is sent to the full JID while older messages are looked for arrives behind them
users   romeo
users   juliet, offline
romeo   > <message type='chat' id='1' to='{juliet}'><body>One</body></message>
juliet  connects without presence
juliet  > <presence/>
juliet  > <message type='chat' id='2' to='{juliet/full}'><body>Two</body></message>
juliet  < <presence from='{juliet/full}'/>
juliet  < <message type='chat' id='1'><body>One</body><delay xmlns='urn:xmpp:delay' from='{host}'/></message>
juliet  < <message type='chat' id='2'><body>Two</body></message>
