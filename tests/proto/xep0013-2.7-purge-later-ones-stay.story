title   XEP-0013 §2.7: messages that come after the purge was asked for are delivered
users   romeo
users   juliet, offline
romeo   > <message type='chat' to='{juliet}'><body>1</body></message>
juliet connects without presence
juliet  > <iq type='set' id='1'><offline xmlns='http://jabber.org/protocol/offline'><purge/></offline></iq>
romeo   > <message type='chat' to='{juliet}'><body>2</body></message>
juliet  < <iq type='result' id='1'/>
juliet  > <presence/>
juliet  <~ <message type='chat'><body>2</body><delay xmlns='urn:xmpp:delay' from='{host}'/></message>
juliet  < <presence from='{juliet/full}'/>
