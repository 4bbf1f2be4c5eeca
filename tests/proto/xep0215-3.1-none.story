title   XEP-0215 §3.1: a server that knows of no services says so
users   romeo
romeo   > <iq type='get' id='1' to='{host}'><services xmlns='urn:xmpp:extdisco:2'/></iq>
romeo   < <iq type='result' id='1' from='{host}'><services xmlns='urn:xmpp:extdisco:2'/></iq>
romeo   > <iq type='set' id='2' to='{host}'><services xmlns='urn:xmpp:extdisco:2'/></iq>
romeo   < <iq type='error' id='2' from='{host}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
