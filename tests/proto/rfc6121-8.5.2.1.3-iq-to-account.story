title   RFC 6121 §8.5.2.1.3: an iq to an account is answered by the server and never delivered
users   romeo juliet, friends
romeo   > <iq type='get' id='1' to='{juliet}'><query xmlns='urn:example:unknown'/></iq>
romeo   < <iq type='error' id='1' from='{juliet}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='result' id='2' to='{juliet}'/>
juliet  < nothing
romeo   < nothing
