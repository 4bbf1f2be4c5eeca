title   XEP-0215 §3.3: a service that does not exist or needs no credentials is an error, and so is a question without host and type
option  external_services = stun:turn.test, turn:turn.test, turn:free.test
option  external_secrets = turn.test special
users   romeo
romeo   > <iq type='get' id='1' to='{host}'><credentials xmlns='urn:xmpp:extdisco:2'><service host='turn.test' type='stun'/></credentials></iq>
romeo   < <iq type='error' id='1' from='{host}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='2' to='{host}'><credentials xmlns='urn:xmpp:extdisco:2'><service host='free.test' type='turn'/></credentials></iq>
romeo   < <iq type='error' id='2' from='{host}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='3' to='{host}'><credentials xmlns='urn:xmpp:extdisco:2'><service host='turn.test' type='turn' port='1'/></credentials></iq>
romeo   < <iq type='error' id='3' from='{host}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='4' to='{host}'><credentials xmlns='urn:xmpp:extdisco:2'><service host='turn.test'/></credentials></iq>
romeo   < <iq type='error' id='4' from='{host}'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='5' to='{host}'><credentials xmlns='urn:xmpp:extdisco:2'/></iq>
romeo   < <iq type='error' id='5' from='{host}'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
