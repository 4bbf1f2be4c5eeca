title   RFC 6121 §8.5.2.1.1: with negative priorities only, headlines and errors are ignored and groupchat comes back
users   romeo juliet
juliet  > <presence><priority>-1</priority></presence>
juliet  < <presence from='{juliet/full}'><priority>-1</priority></presence>
romeo   > <message type='headline' id='1' to='{juliet}'><body>Hi</body></message>
romeo   > <message type='error' id='2' to='{juliet}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   < nothing
romeo   > <message type='groupchat' id='3' to='{juliet}'><body>Hi</body></message>
romeo   < <message type='error' id='3' from='{juliet}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
juliet  > <presence><priority>0</priority></presence>
juliet  < <presence from='{juliet/full}'><priority>0</priority></presence>
juliet  < nothing
