title   RFC 6120 §7.6.2: a request without id is a bad one
users   juliet, offline
stream  juliet secure
juliet  greets
juliet  logs in
juliet  < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
juliet  greets
juliet  > <iq type='set'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>
juliet  < <iq type='error'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
