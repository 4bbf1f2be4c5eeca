title   XEP-0215 §2: the services of a host are for its own accounts
option  hosts = verona.example,mantua.example
option  external_services = stun:stun.test
users   romeo
romeo   > <iq type='get' id='1' to='mantua.example'><services xmlns='urn:xmpp:extdisco:2'/></iq>
romeo   < <iq type='error' id='1' from='mantua.example'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='2' to='mantua.example'><credentials xmlns='urn:xmpp:extdisco:2'><service host='stun.test' type='stun'/></credentials></iq>
romeo   < <iq type='error' id='2' from='mantua.example'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
