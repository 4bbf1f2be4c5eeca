title   XEP-0215 §3.1: all services are told, with credentials where they need some
option  external_services = stun:stun.test, turn:turn.test:9999?transport=udp, turns:turn.test, turn:[2001:db8::1], ftp:files.test:20, turn:open.test, stun:stun.test
option  external_secrets = general, turn.test special, open.test open
option  external_logins = files.test guest letmein, open.test everybody shared
users   romeo
romeo   > <iq type='get' id='1' to='{host}'><services xmlns='urn:xmpp:extdisco:2'/></iq>
romeo   < <iq type='result' id='1' from='{host}'><services xmlns='urn:xmpp:extdisco:2'>
          <service type='stun' host='stun.test' port='3478' transport='udp'/>
          <service type='turn' host='turn.test' port='9999' transport='udp' restricted='true' username='{=name}' password='{=special}' expires='*'/>
          <service type='turns' host='turn.test' port='5349' transport='tcp' restricted='true' username='*' password='*' expires='*'/>
          <service type='turn' host='2001:db8::1' port='3478' transport='udp' restricted='true' username='*' password='*' expires='*'/>
          <service type='ftp' host='files.test' port='20' transport='tcp' restricted='true' username='guest' password='letmein'/>
          <service type='turn' host='open.test' port='3478' transport='udp' restricted='true' username='everybody' password='shared'/>
          </services></iq>
romeo   > <iq type='get' id='2' to='{host}'><services xmlns='urn:xmpp:extdisco:2'/></iq>
romeo   < <iq type='result' id='2' from='{host}'><services xmlns='urn:xmpp:extdisco:2'>
          <service type='stun' host='stun.test' port='3478' transport='udp'/>
          <service type='turn' host='turn.test' port='9999' transport='udp' restricted='true' username='{name}' password='{special}' expires='*'/>
          <service type='turns' host='turn.test' port='5349' transport='tcp' restricted='true' username='{name}' password='{special}' expires='*'/>
          <service type='turn' host='2001:db8::1' port='3478' transport='udp' restricted='true' username='{name}' password='!{special}' expires='*'/>
          <service type='ftp' host='files.test' port='20' transport='tcp' restricted='true' username='guest' password='letmein'/>
          <service type='turn' host='open.test' port='3478' transport='udp' restricted='true' username='everybody' password='shared'/>
          </services></iq>
