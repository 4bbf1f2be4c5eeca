title   RFC 6121 §8.5.4, §8.5.3.1: each type of message when the only resource is connected and not available, sent to the address of a resource that is there
users   romeo
users   juliet, connected
romeo   > <message id='n' to='{juliet/full}'><body>n</body></message>
juliet  < <message id='n' from='{romeo/full}' to='{juliet/full}'><body>n</body></message>
romeo   > <message id='nn' type='normal' to='{juliet/full}'><body>nn</body></message>
juliet  < <message id='nn' type='normal' from='{romeo/full}' to='{juliet/full}'><body>nn</body></message>
romeo   > <message id='p' type='pigeon' to='{juliet/full}'><body>p</body></message>
juliet  < <message id='p' type='pigeon' from='{romeo/full}' to='{juliet/full}'><body>p</body></message>
romeo   > <message id='c' type='chat' to='{juliet/full}'><body>c</body></message>
juliet  < <message id='c' type='chat' from='{romeo/full}' to='{juliet/full}'><body>c</body></message>
romeo   > <message id='g' type='groupchat' to='{juliet/full}'><body>g</body></message>
juliet  < <message id='g' type='groupchat' from='{romeo/full}' to='{juliet/full}'><body>g</body></message>
romeo   > <message id='h' type='headline' to='{juliet/full}'><body>h</body></message>
juliet  < <message id='h' type='headline' from='{romeo/full}' to='{juliet/full}'><body>h</body></message>
romeo   > <message id='e' type='error' to='{juliet/full}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
juliet  < <message id='e' type='error' from='{romeo/full}' to='{juliet/full}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
juliet  < nothing
