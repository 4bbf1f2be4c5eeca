title   XEP-0359 §3 rule 2: nor are forged ids stored
users   romeo
users   juliet, offline
romeo   > <message type='chat' to='{juliet}'><body>Hi</body><stanza-id xmlns='urn:xmpp:sid:0' id='1' by='{juliet}'/></message>
juliet connects
juliet  < <message type='chat'><body>Hi</body><delay xmlns='urn:xmpp:delay' from='{host}'/></message>
