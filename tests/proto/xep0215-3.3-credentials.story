title   XEP-0215 §3.3: credentials for one service, on all its ports or the one that was named; nobody else's
option  external_services = stun:turn.test, turn:turn.test:3478, turn:turn.test:443?transport=tcp, turn:free.test, turn:other.test
option  external_secrets = turn.test special, other.test other
users   romeo juliet
romeo   > <iq type='get' id='1' to='{host}'><credentials xmlns='urn:xmpp:extdisco:2'><service host='turn.test' type='turn'/></credentials></iq>
romeo   < <iq type='result' id='1' from='{host}'><credentials xmlns='urn:xmpp:extdisco:2'>
          <service type='turn' host='turn.test' port='3478' transport='udp' restricted='true' username='{=name}' password='{=password1}' expires='*'/>
          <service type='turn' host='turn.test' port='443' transport='tcp' restricted='true' username='*' password='*' expires='*'/>
          </credentials></iq>
romeo   > <iq type='get' id='2' to='{host}'><credentials xmlns='urn:xmpp:extdisco:2'><service host='turn.test' type='turn' port='443'/></credentials></iq>
romeo   < <iq type='result' id='2' from='{host}'><credentials xmlns='urn:xmpp:extdisco:2'><service type='turn' host='turn.test' port='443' transport='tcp' restricted='true' username='{name}' password='{password1}' expires='*'/></credentials></iq>
juliet  > <iq type='get' id='3' to='{host}'><credentials xmlns='urn:xmpp:extdisco:2'><service host='turn.test' type='turn' port='443'/></credentials></iq>
juliet  < <iq type='result' id='3' from='{host}'><credentials xmlns='urn:xmpp:extdisco:2'><service type='turn' host='turn.test' port='443' transport='tcp' restricted='true' username='!{name}' password='!{password1}' expires='*'/></credentials></iq>
