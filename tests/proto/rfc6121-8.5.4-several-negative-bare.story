title   RFC 6121 §8.5.4, §8.5.2.1.1: each type of message when all available resources have negative priorities, sent to the bare address
users   romeo
users   juliet
juliet/phone connects
juliet  > <presence><priority>-1</priority></presence>
juliet  < <presence from='{juliet/full}'><priority>-1</priority></presence>
juliet/phone < <presence from='{juliet/full}'><priority>-1</priority></presence>
juliet/phone > <presence><priority>-128</priority></presence>
juliet  < <presence from='{juliet/phone}'><priority>-128</priority></presence>
juliet/phone < <presence from='{juliet/phone}'><priority>-128</priority></presence>
romeo   > <message id='n' to='{juliet}'><body>n</body></message>
romeo   < nothing
romeo   > <message id='nn' type='normal' to='{juliet}'><body>nn</body></message>
romeo   < nothing
romeo   > <message id='p' type='pigeon' to='{juliet}'><body>p</body></message>
romeo   < nothing
romeo   > <message id='c' type='chat' to='{juliet}'><body>c</body></message>
romeo   < nothing
romeo   > <message id='g' type='groupchat' to='{juliet}'><body>g</body></message>
romeo   < <message type='error' id='g' from='{juliet}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <message id='h' type='headline' to='{juliet}'><body>h</body></message>
romeo   < nothing
romeo   > <message id='e' type='error' to='{juliet}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   < nothing
juliet  < nothing
juliet/phone < nothing
# What was stored comes, and nothing else.
juliet/phone > <presence/>
juliet  < <presence from='{juliet/phone}'/>
juliet/phone <~ <presence from='{juliet/phone}'/>
juliet/phone < <message id='n' from='{romeo/full}' to='{juliet}'><body>n</body><delay xmlns='urn:xmpp:delay' from='{host}'/></message>
juliet/phone < <message id='nn' type='normal' from='{romeo/full}' to='{juliet}'><body>nn</body><delay xmlns='urn:xmpp:delay' from='{host}'/></message>
juliet/phone < <message id='p' type='pigeon' from='{romeo/full}' to='{juliet}'><body>p</body><delay xmlns='urn:xmpp:delay' from='{host}'/></message>
juliet/phone < <message id='c' type='chat' from='{romeo/full}' to='{juliet}'><body>c</body><delay xmlns='urn:xmpp:delay' from='{host}'/></message>
juliet/phone < nothing
