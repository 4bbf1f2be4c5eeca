title   RFC 6121 §3.1.2: a request that cannot be routed comes back and leaves no trace in the roster
users   romeo
romeo   > <presence type='subscribe' id='s2' to='juliet@elsewhere.example'/>
romeo   < <presence type='error' id='s2' from='juliet@elsewhere.example'><error type='cancel'><remote-server-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='unsubscribe' id='s3' to='juliet@elsewhere.example'/>
romeo   < <presence type='error' id='s3' from='juliet@elsewhere.example'><error type='cancel'><remote-server-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <iq type='get' id='4'><query xmlns='jabber:iq:roster'></query></iq>
romeo   < <iq type='result' id='4'><query xmlns='jabber:iq:roster'></query></iq>
