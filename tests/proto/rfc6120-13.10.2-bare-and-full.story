title   RFC 6120 §13.10.2: a stranger cannot tell from errors who is there, whether it asks the bare or the full address
users   romeo
users   juliet, connected
users   mercutio, offline
romeo   > <iq type='get' id='1' to='{juliet}'><query xmlns='jabber:iq:last'/></iq>
romeo   <~ <iq type='error' id='1' from='{juliet}'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='2' to='{mercutio}'><query xmlns='jabber:iq:last'/></iq>
romeo   <~ <iq type='error' id='2' from='{mercutio}'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
