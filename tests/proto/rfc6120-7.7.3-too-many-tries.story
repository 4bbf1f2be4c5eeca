title   RFC 6120 §7.7.3: a client may ask for so many resources that it cannot have, then the stream ends
option  bind_tries = 5
users   juliet, offline
stream  juliet secure
juliet  greets
juliet  logs in
juliet  < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
juliet  greets
juliet  >> <iq type='set' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>a&#x200E;b</resource></bind></iq>
juliet  < <iq type='error' id='1'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  >> <iq type='set' id='2'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>a&#x200E;b</resource></bind></iq>
juliet  < <iq type='error' id='2'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  >> <iq type='set' id='3'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>a&#x200E;b</resource></bind></iq>
juliet  < <iq type='error' id='3'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  >> <iq type='set' id='4'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>a&#x200E;b</resource></bind></iq>
juliet  < <iq type='error' id='4'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  >> <iq type='set' id='5'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>a&#x200E;b</resource></bind></iq>
juliet  < <iq type='error' id='5'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  >> <iq type='set' id='6'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>a&#x200E;b</resource></bind></iq>
juliet  < <iq type='error' id='6'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  < <stream:error><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
