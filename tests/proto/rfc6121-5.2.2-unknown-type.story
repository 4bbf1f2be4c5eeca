title   RFC 6121 §5.2.2: a message without type, or with one that is not known, is normal, in whatever spelling
users   romeo
users   juliet
juliet  > <presence><priority>-1</priority></presence>
juliet  < <presence from='{juliet/full}'><priority>-1</priority></presence>
romeo   > <message type='' id='1' to='{juliet}/gone'><body>Hi</body></message>
romeo   < <message type='error' id='1'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <message type='CHAT' id='2' to='{juliet}/gone'><body>Hi</body></message>
romeo   < <message type='error' id='2'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <message type='Groupchat' id='3' to='{juliet}/gone'><body>Hi</body></message>
romeo   < <message type='error' id='3'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <message type='headline ' id='4' to='{juliet}/gone'><body>Hi</body></message>
romeo   < <message type='error' id='4'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <message type='error_' id='5' to='{juliet}/gone'><body>Hi</body></message>
romeo   < <message type='error' id='5'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
# To the same address chat is kept.
romeo   > <message type='chat' id='9' to='{juliet}/gone'><body>Hi</body></message>
romeo   < nothing
juliet  < nothing
juliet  > <presence/>
juliet  <~ <presence from='{juliet/full}'/>
juliet  < <message type='chat' id='9'><body>Hi</body><delay xmlns='urn:xmpp:delay' from='{host}'/></message>
