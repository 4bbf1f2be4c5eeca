title   RFC 6120 §8.2.3, §8.4: a request whose child has no namespace, or only text, is answered
users   romeo
romeo   > <iq type='get' id='1'><ping xmlns=''/></iq>
romeo   < <iq type='error' id='1'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='2'><ping/></iq>
romeo   < <iq type='error' id='2'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='3'>ping</iq>
romeo   < <iq type='error' id='3'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='4'>ping <ping xmlns='urn:xmpp:ping'/></iq>
romeo   < <iq type='result' id='4'/>
