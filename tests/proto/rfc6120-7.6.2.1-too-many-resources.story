title   RFC 6120 §7.6.2.1: an account has room for so many resources
option  max_resources = 1
users   juliet
stream  juliet/two secure
juliet/two greets
juliet/two logs in
juliet/two < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
juliet/two greets
juliet/two > <iq type='set' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>two</resource></bind></iq>
juliet/two < <iq type='error' id='1'><error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  disconnects
juliet/two > <iq type='set' id='2'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>two</resource></bind></iq>
juliet/two < <iq type='result' id='2'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>{juliet/two}</jid></bind></iq>
