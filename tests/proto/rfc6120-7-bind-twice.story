title   RFC 6120 §7: one stream binds one resource
users   juliet, offline
stream  juliet secure
juliet  greets
juliet  logs in
juliet  < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
juliet  greets
juliet  > <iq type='set' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>home</resource></bind></iq>
juliet  < <iq type='result' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>{juliet/home}</jid></bind></iq>
juliet  > <iq type='set' id='2'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>work</resource></bind></iq>
juliet  < <iq type='error' id='2'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
