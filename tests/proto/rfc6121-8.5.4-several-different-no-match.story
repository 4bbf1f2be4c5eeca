title   RFC 6121 §8.5.4, §8.5.3.2.1: each type of message when resources with the priorities 0, 1, 127 and -1 are available, sent to the address of a resource that is not there
users   romeo
users   juliet
juliet/phone connects
juliet/tablet connects
juliet/mute connects
juliet/phone > <presence><priority>1</priority></presence>
juliet  < <presence from='{juliet/phone}'><priority>1</priority></presence>
juliet/phone < <presence from='{juliet/phone}'><priority>1</priority></presence>
juliet/tablet < <presence from='{juliet/phone}'><priority>1</priority></presence>
juliet/mute < <presence from='{juliet/phone}'><priority>1</priority></presence>
juliet/tablet > <presence><priority>127</priority></presence>
juliet  < <presence from='{juliet/tablet}'><priority>127</priority></presence>
juliet/phone < <presence from='{juliet/tablet}'><priority>127</priority></presence>
juliet/tablet < <presence from='{juliet/tablet}'><priority>127</priority></presence>
juliet/mute < <presence from='{juliet/tablet}'><priority>127</priority></presence>
juliet/mute > <presence><priority>-1</priority></presence>
juliet  < <presence from='{juliet/mute}'><priority>-1</priority></presence>
juliet/phone < <presence from='{juliet/mute}'><priority>-1</priority></presence>
juliet/tablet < <presence from='{juliet/mute}'><priority>-1</priority></presence>
juliet/mute < <presence from='{juliet/mute}'><priority>-1</priority></presence>
romeo   > <message id='n' to='{juliet}/gone'><body>n</body></message>
romeo   < <message type='error' id='n' from='{juliet}/gone'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <message id='nn' type='normal' to='{juliet}/gone'><body>nn</body></message>
romeo   < <message type='error' id='nn' from='{juliet}/gone'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <message id='p' type='pigeon' to='{juliet}/gone'><body>p</body></message>
romeo   < <message type='error' id='p' from='{juliet}/gone'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <message id='c' type='chat' to='{juliet}/gone'><body>c</body></message>
juliet  < <message id='c' type='chat' from='{romeo/full}' to='{juliet}/gone'><body>c</body></message>
juliet/phone < <message id='c' type='chat' from='{romeo/full}' to='{juliet}/gone'><body>c</body></message>
juliet/tablet < <message id='c' type='chat' from='{romeo/full}' to='{juliet}/gone'><body>c</body></message>
romeo   > <message id='g' type='groupchat' to='{juliet}/gone'><body>g</body></message>
romeo   < <message type='error' id='g' from='{juliet}/gone'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <message id='h' type='headline' to='{juliet}/gone'><body>h</body></message>
romeo   < nothing
romeo   > <message id='e' type='error' to='{juliet}/gone'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   < nothing
juliet  < nothing
juliet/phone < nothing
juliet/tablet < nothing
juliet/mute < nothing
