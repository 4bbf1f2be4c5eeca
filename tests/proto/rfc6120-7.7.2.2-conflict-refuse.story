title   RFC 6120 §7.7.2.2: with resource_conflict = refuse the new session has to take another resource
option  resource_conflict = refuse
users   juliet, offline
stream  juliet secure
juliet  greets
juliet  logs in
juliet  < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
juliet  greets
juliet  > <iq type='set' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>home</resource></bind></iq>
juliet  < <iq type='result' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>{juliet/home}</jid></bind></iq>
stream  juliet/new secure
juliet/new greets
juliet/new logs in
juliet/new < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
juliet/new greets
juliet/new > <iq type='set' id='2'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>home</resource></bind></iq>
juliet/new < <iq type='error' id='2'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet/new > <iq type='set' id='3'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>work</resource></bind></iq>
juliet/new < <iq type='result' id='3'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>{juliet/work}</jid></bind></iq>
juliet  < nothing
