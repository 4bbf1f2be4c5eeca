title   XEP-0215 §3.2: services of one type
option  external_services = stun:stun.test, turn:turn.test
option  external_secrets = general
users   romeo
romeo   > <iq type='get' id='1' to='{host}'><services xmlns='urn:xmpp:extdisco:2' type='stun'/></iq>
romeo   < <iq type='result' id='1' from='{host}'><services xmlns='urn:xmpp:extdisco:2' type='stun'><service type='stun' host='stun.test' port='3478' transport='udp'/></services></iq>
romeo   > <iq type='get' id='2' to='{host}'><services xmlns='urn:xmpp:extdisco:2' type='smtp'/></iq>
romeo   < <iq type='result' id='2' from='{host}'><services xmlns='urn:xmpp:extdisco:2' type='smtp'/></iq>
