title   RFC 6121 §8.5.3.1: a message of any type to a connected resource is delivered to it and to nobody else
users   romeo juliet
juliet/second connects
romeo   > <message id='1' to='{juliet/full}'><body>Hi</body></message>
romeo   > <message type='chat' id='2' to='{juliet/full}'><body>Hi</body></message>
romeo   > <message type='groupchat' id='3' to='{juliet/full}'><body>Hi</body></message>
romeo   > <message type='headline' id='4' to='{juliet/full}'><body>Hi</body></message>
romeo   > <message type='error' id='5' to='{juliet/full}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
juliet  < <message id='1' from='{romeo/full}' to='{juliet/full}'><body>Hi</body></message>
juliet  < <message type='chat' id='2' from='{romeo/full}' to='{juliet/full}'><body>Hi</body></message>
juliet  < <message type='groupchat' id='3' from='{romeo/full}' to='{juliet/full}'><body>Hi</body></message>
juliet  < <message type='headline' id='4' from='{romeo/full}' to='{juliet/full}'><body>Hi</body></message>
juliet  < <message type='error' id='5' from='{romeo/full}' to='{juliet/full}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
juliet/second < nothing
romeo   < nothing
