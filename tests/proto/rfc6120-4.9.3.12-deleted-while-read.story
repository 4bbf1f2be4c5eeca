title   RFC 6120 §4.9.3.12: an account that is deleted while it is read is not there any more
option  account_cache = 1000
users   juliet mercutio tybalt paris benvolio escalus, offline
users   romeo
restart
romeo   connects
romeo   > <message id='1' type='headline' to='{juliet}'><body>Hi</body></message>
account juliet deleted
romeo   > <message id='2' type='chat' to='{juliet}'><body>Hi</body></message>
romeo   < <message type='error' id='2' from='{juliet}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <message id='1' type='headline' to='{mercutio}'><body>Hi</body></message>
account mercutio deleted
romeo   > <message id='2' type='chat' to='{mercutio}'><body>Hi</body></message>
romeo   < <message type='error' id='2' from='{mercutio}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <message id='1' type='headline' to='{tybalt}'><body>Hi</body></message>
account tybalt deleted
romeo   > <message id='2' type='chat' to='{tybalt}'><body>Hi</body></message>
romeo   < <message type='error' id='2' from='{tybalt}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <message id='1' type='headline' to='{paris}'><body>Hi</body></message>
account paris deleted
romeo   > <message id='2' type='chat' to='{paris}'><body>Hi</body></message>
romeo   < <message type='error' id='2' from='{paris}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <message id='1' type='headline' to='{benvolio}'><body>Hi</body></message>
account benvolio deleted
romeo   > <message id='2' type='chat' to='{benvolio}'><body>Hi</body></message>
romeo   < <message type='error' id='2' from='{benvolio}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <message id='1' type='headline' to='{escalus}'><body>Hi</body></message>
account escalus deleted
romeo   > <message id='2' type='chat' to='{escalus}'><body>Hi</body></message>
romeo   < <message type='error' id='2' from='{escalus}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
