title   RFC 6120 §10.4.2: other domains cannot be reached
users   romeo
romeo   > <message id='1' to='juliet@elsewhere.example'><body>Hi</body></message>
romeo   < <message type='error' id='1' from='juliet@elsewhere.example'><error type='cancel'><remote-server-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <iq id='2' type='get' to='elsewhere.example'><ping xmlns='urn:xmpp:ping'/></iq>
romeo   < <iq type='error' id='2' from='elsewhere.example'><error type='cancel'><remote-server-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <presence to='juliet@elsewhere.example'/>
romeo   > <iq id='3' type='result' to='elsewhere.example'/>
romeo   > <message id='4' type='error' to='juliet@elsewhere.example'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   < nothing
