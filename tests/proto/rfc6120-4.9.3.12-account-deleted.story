title   RFC 6120 §4.9.3.12: an account that is deleted loses its sessions
users   romeo juliet
account juliet deleted
juliet  < <stream:error><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
romeo   > <message id='1' type='chat' to='{juliet}'><body>Hi</body></message>
romeo   < <message type='error' id='1' from='{juliet}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
