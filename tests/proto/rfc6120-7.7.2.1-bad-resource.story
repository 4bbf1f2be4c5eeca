title   RFC 6120 §7.7.2.1: a resource that is none is refused, and another may be tried
users   juliet, offline
stream  juliet secure
juliet  greets
juliet  logs in
juliet  < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
juliet  greets
juliet  >> <iq type='set' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>a&#x200E;b</resource></bind></iq>
juliet  < <iq type='error' id='1'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  >> <iq type='set' id='2'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>{repeat 1024 x}</resource></bind></iq>
juliet  < <iq type='error' id='2'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='set' id='3'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>home</resource></bind></iq>
juliet  < <iq type='result' id='3'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>{juliet/home}</jid></bind></iq>
