title   XEP-0359 §3 rules 2 and 3: ids in the name of our own accounts and domains are taken out, the others stay
users   romeo juliet
romeo   > <message type='chat' to='{juliet}'><body>Hi</body><stanza-id xmlns='urn:xmpp:sid:0' id='1' by='{juliet}'/><stanza-id xmlns='urn:xmpp:sid:0' id='2' by='{romeo}'/><stanza-id xmlns='urn:xmpp:sid:0' id='3' by='VERONA.example'/><stanza-id xmlns='urn:xmpp:sid:0' id='4' by='room@muc.example.org'/><origin-id xmlns='urn:xmpp:sid:0' id='5'/></message>
juliet  < <message type='chat'><body>Hi</body><stanza-id xmlns='urn:xmpp:sid:0' id='4' by='room@muc.example.org'/><origin-id xmlns='urn:xmpp:sid:0' id='5'/></message>
