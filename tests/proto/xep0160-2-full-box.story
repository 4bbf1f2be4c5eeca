title   XEP-0160 §2: when the box is full the message comes back, and there is room again after delivery
option  offline_max_messages = 2
users   romeo
users   juliet, offline
romeo   > <message type='chat' id='1' to='{juliet}'><body>Hi</body></message>
romeo   > <message type='chat' id='2' to='{juliet}'><body>Hi</body></message>
romeo   > <message type='chat' id='3' to='{juliet}'><body>Hi</body></message>
romeo   < <message type='error' id='3' from='{juliet}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
juliet connects
juliet  < <message type='chat' id='1' from='{romeo/full}' to='{juliet}'><body>Hi</body><delay xmlns='urn:xmpp:delay' from='{host}'/></message>
juliet  < <message type='chat' id='2' from='{romeo/full}' to='{juliet}'><body>Hi</body><delay xmlns='urn:xmpp:delay' from='{host}'/></message>
juliet disconnects
romeo   > <message type='chat' id='4' to='{juliet}'><body>Hi</body></message>
romeo   < nothing
juliet connects
juliet  < <message type='chat' id='4' from='{romeo/full}' to='{juliet}'><body>Hi</body><delay xmlns='urn:xmpp:delay' from='{host}'/></message>
