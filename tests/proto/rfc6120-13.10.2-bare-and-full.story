title   RFC 6120 §13.10.2: a stranger cannot tell from errors who is there, whether it asks the bare or the full address
users   romeo
users   juliet, connected
users   mercutio, offline
romeo   > <iq type='get' id='1' to='{juliet}'><query xmlns='urn:example:x'/></iq>
romeo   < <iq type='error' id='1' from='{juliet}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='2' to='{juliet/other}'><query xmlns='urn:example:x'/></iq>
romeo   < <iq type='error' id='2' from='{juliet/other}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='3' to='{mercutio}'><query xmlns='urn:example:x'/></iq>
romeo   < <iq type='error' id='3' from='{mercutio}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='4' to='{mercutio/full}'><query xmlns='urn:example:x'/></iq>
romeo   < <iq type='error' id='4' from='{mercutio/full}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <message type='headline' id='5' to='{juliet}'/>
romeo   > <message type='headline' id='6' to='{juliet/other}'/>
romeo   > <message type='headline' id='7' to='{mercutio}'/>
romeo   > <message type='headline' id='8' to='{mercutio/full}'/>
romeo   > <presence id='9' to='{mercutio}'/>
romeo   > <presence id='10' to='{mercutio/full}'/>
romeo   < nothing
