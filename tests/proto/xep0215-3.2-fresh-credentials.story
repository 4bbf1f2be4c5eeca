title   XEP-0215 §3.2: who asked for a type and is connected gets new credentials before the old ones expire; others get nothing
option  external_services = stun:stun.test, turn:turn.test
option  external_secrets = general
option  external_life = 1d
users   romeo juliet tybalt
romeo   > <iq type='get' id='1' to='{host}'><services xmlns='urn:xmpp:extdisco:2' type='turn'/></iq>
romeo   < <iq type='result' id='1' from='{host}'><services xmlns='urn:xmpp:extdisco:2' type='turn'><service type='turn' host='turn.test' port='3478' transport='udp' restricted='true' username='{=first}' password='*' expires='*'/></services></iq>
juliet  > <iq type='get' id='2' to='{host}'><services xmlns='urn:xmpp:extdisco:2'/></iq>
juliet  < <iq type='result' id='2' from='{host}'><services xmlns='urn:xmpp:extdisco:2'>...</services></iq>
tybalt  > <iq type='get' id='3' to='{host}'><services xmlns='urn:xmpp:extdisco:2' type='stun'/></iq>
tybalt  < <iq type='result' id='3' from='{host}'><services xmlns='urn:xmpp:extdisco:2' type='stun'>...</services></iq>
clock   +12h
romeo   <~ <iq type='set' from='{host}'><services xmlns='urn:xmpp:extdisco:2' type='turn'><service action='modify' type='turn' host='turn.test' port='3478' transport='udp' restricted='true' username='!{first}' password='*' expires='*'/></services></iq>
juliet  < nothing
tybalt  < nothing
