title   RFC 6120 §10.5.2: the host with a resource is answered for, or refused
users   romeo
romeo   > <iq type='get' id='1' to='{host}/somewhere'><ping xmlns='urn:xmpp:ping'/></iq>
romeo   < <iq type='error' id='1' from='{host}/somewhere'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <presence to='{host}/somewhere'/>
romeo   > <presence type='subscribe' id='2' to='{host}/somewhere'/>
romeo   < <presence type='error' id='2' from='{host}/somewhere'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
