title   XEP-0160 §3: chat states alone are not kept, and nobody is told
users   romeo
users   juliet, offline
romeo   > <message type='chat' id='1' to='{juliet}'><composing xmlns='http://jabber.org/protocol/chatstates'/></message>
romeo   > <message type='chat' id='2' to='{juliet}'><paused xmlns='http://jabber.org/protocol/chatstates'/><thread>t1</thread></message>
romeo   > <message type='chat' id='3' to='{juliet}'><body>Hi</body><active xmlns='http://jabber.org/protocol/chatstates'/></message>
romeo   < nothing
juliet connects
juliet  < <message type='chat' id='3' from='{romeo/full}' to='{juliet}'><body>Hi</body><active xmlns='http://jabber.org/protocol/chatstates'/><delay xmlns='urn:xmpp:delay' from='{host}'/></message>
juliet  < nothing
