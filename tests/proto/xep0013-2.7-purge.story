title   XEP-0013 §2.7: a client that does not want the waiting messages removes them
users   romeo
users   juliet, offline
romeo   > <message type='chat' to='{juliet}'><body>1</body></message>
romeo   > <message type='chat' to='{juliet}'><body>2</body></message>
juliet connects without presence
juliet  > <iq type='set' id='1'><offline xmlns='http://jabber.org/protocol/offline'><purge/></offline></iq>
juliet  < <iq type='result' id='1'/>
juliet  > <presence/>
juliet  < <presence from='{juliet/full}'/>
juliet  < nothing
juliet disconnects
romeo   > <message type='chat' to='{juliet}'><body>3</body></message>
juliet connects
juliet  < <message type='chat'><body>3</body><delay xmlns='urn:xmpp:delay' from='{host}'/></message>
