title   clients that ask for external services in the namespace of before XEP-0215 0.6 get them there
option  external_services = stun:stun.test, turn:turn.test
option  external_secrets = general
users   romeo
romeo   > <iq type='get' id='1' to='{host}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='result' id='1' from='{host}'><query xmlns='http://jabber.org/protocol/disco#info'>...<feature var='urn:xmpp:extdisco:1'/></query></iq>
romeo   > <iq type='get' id='2' to='{host}'><services xmlns='urn:xmpp:extdisco:1' type='turn'/></iq>
romeo   < <iq type='result' id='2' from='{host}'><services xmlns='urn:xmpp:extdisco:1' type='turn'><service type='turn' host='turn.test' port='3478' transport='udp' restricted='true' username='*' password='*' expires='*'/></services></iq>
romeo   > <iq type='get' id='3' to='{host}'><credentials xmlns='urn:xmpp:extdisco:1'><service host='turn.test' type='turn'/></credentials></iq>
romeo   < <iq type='result' id='3' from='{host}'><credentials xmlns='urn:xmpp:extdisco:1'><service type='turn' host='turn.test' port='3478' transport='udp' restricted='true' username='*' password='*' expires='*'/></credentials></iq>
