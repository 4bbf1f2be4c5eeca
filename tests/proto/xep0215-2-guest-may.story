title   XEP-0215 §2: guests get credentials where the option external_guests says so
option  guests = yes
option  external_guests = yes
option  external_services = turn:turn.test
option  external_secrets = general
stream  guest secure
guest greets
guest > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'>=</auth>
guest < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
guest greets
guest > <iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>
guest < <iq type='result' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>*</jid></bind></iq>
guest > <iq type='get' id='1' to='{host}'><services xmlns='urn:xmpp:extdisco:2'/></iq>
guest < <iq type='result' id='1' from='{host}'><services xmlns='urn:xmpp:extdisco:2'><service type='turn' host='turn.test' port='3478' transport='udp' restricted='true' username='*' password='*' expires='*'/></services></iq>
guest > <iq type='get' id='2' to='{host}'><credentials xmlns='urn:xmpp:extdisco:2'><service host='turn.test' type='turn'/></credentials></iq>
guest < <iq type='result' id='2' from='{host}'><credentials xmlns='urn:xmpp:extdisco:2'>...</credentials></iq>
