title   RFC 6120 §10.1: what a request changes holds for the very next stanza
users   romeo juliet, friends
juliet  > <iq type='set' id='1'><block xmlns='urn:xmpp:blocking'><item jid='{romeo}'/></block></iq>
juliet  > <message id='2' to='{romeo}'><body>Hi</body></message>
juliet  < <iq type='result' id='1'/>
juliet  < <message type='error' id='2' from='{romeo}'><error type='cancel'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><blocked xmlns='urn:xmpp:blocking:errors'/></error></message>
romeo   < <presence type='unavailable' from='{juliet/full}'/>
