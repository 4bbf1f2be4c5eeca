title   XEP-0334 §4.1: no-permanent-store is about archives; the message waits
users   romeo
users   juliet, offline
romeo   > <message type='chat' id='1' to='{juliet}'><body>Hi</body><no-permanent-store xmlns='urn:xmpp:hints'/></message>
juliet  connects
juliet  < <message type='chat' id='1'><body>Hi</body><no-permanent-store xmlns='urn:xmpp:hints'/><delay xmlns='urn:xmpp:delay' from='{host}'/></message>
