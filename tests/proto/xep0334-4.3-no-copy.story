title   XEP-0334 §4.3: no-copy changes nothing for a bare JID, and a full JID is one resource; hints arrive as they were sent
users   romeo juliet
juliet/phone connects
romeo   > <message type='chat' id='1' to='{juliet}'><body>Hi</body><no-copy xmlns='urn:xmpp:hints'/></message>
juliet  < <message type='chat' id='1'><body>Hi</body><no-copy xmlns='urn:xmpp:hints'/></message>
juliet/phone < <message type='chat' id='1'><body>Hi</body><no-copy xmlns='urn:xmpp:hints'/></message>
romeo   > <message type='chat' id='2' to='{juliet/phone}'><body>Ho</body><no-copy xmlns='urn:xmpp:hints'/><no-store xmlns='urn:xmpp:hints'/></message>
juliet/phone < <message type='chat' id='2'><body>Ho</body><no-copy xmlns='urn:xmpp:hints'/><no-store xmlns='urn:xmpp:hints'/></message>
juliet  < nothing
