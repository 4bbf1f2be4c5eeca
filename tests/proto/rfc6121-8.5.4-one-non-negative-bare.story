title   RFC 6121 §8.5.4, §8.5.2.1.1: each type of message when one resource with priority 0 is available, sent to the bare address
users   romeo
users   juliet
romeo   > <message id='n' to='{juliet}'><body>n</body></message>
juliet  < <message id='n' from='{romeo/full}' to='{juliet}'><body>n</body></message>
romeo   > <message id='nn' type='normal' to='{juliet}'><body>nn</body></message>
juliet  < <message id='nn' type='normal' from='{romeo/full}' to='{juliet}'><body>nn</body></message>
romeo   > <message id='p' type='pigeon' to='{juliet}'><body>p</body></message>
juliet  < <message id='p' type='pigeon' from='{romeo/full}' to='{juliet}'><body>p</body></message>
romeo   > <message id='c' type='chat' to='{juliet}'><body>c</body></message>
juliet  < <message id='c' type='chat' from='{romeo/full}' to='{juliet}'><body>c</body></message>
romeo   > <message id='g' type='groupchat' to='{juliet}'><body>g</body></message>
romeo   < <message type='error' id='g' from='{juliet}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <message id='h' type='headline' to='{juliet}'><body>h</body></message>
juliet  < <message id='h' type='headline' from='{romeo/full}' to='{juliet}'><body>h</body></message>
romeo   > <message id='e' type='error' to='{juliet}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   < nothing
juliet  < nothing
