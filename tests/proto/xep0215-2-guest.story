title   XEP-0215 §2: guests are told of services that need no credentials, and get none
option  guests = yes
option  external_services = stun:stun.test, turn:turn.test
option  external_secrets = general
stream  guest secure
guest greets
guest > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'>=</auth>
guest < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
guest greets
guest > <iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>
guest < <iq type='result' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>*</jid></bind></iq>
guest > <iq type='get' id='1' to='{host}'><services xmlns='urn:xmpp:extdisco:2'/></iq>
guest < <iq type='result' id='1' from='{host}'><services xmlns='urn:xmpp:extdisco:2'><service type='stun' host='stun.test' port='3478' transport='udp'/></services></iq>
guest > <iq type='get' id='2' to='{host}'><credentials xmlns='urn:xmpp:extdisco:2'><service host='turn.test' type='turn'/></credentials></iq>
guest < <iq type='error' id='2' from='{host}'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
