title   RFC 6120 §8.2.3: an iq has an id, one of four types, and one child in get and set
users   romeo juliet
romeo   > <iq type='get'><ping xmlns='urn:xmpp:ping'/></iq>
romeo   < <iq type='error'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='1'/>
romeo   < <iq type='error' id='1'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='2' to='{juliet/full}'><ping xmlns='urn:xmpp:ping'/><ping xmlns='urn:xmpp:ping'/></iq>
romeo   < <iq type='error' id='2' from='{juliet/full}'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq id='3'><ping xmlns='urn:xmpp:ping'/></iq>
romeo   < <iq type='error' id='3'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='ask' id='4'><ping xmlns='urn:xmpp:ping'/></iq>
romeo   < <iq type='error' id='4'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='result' id='5' to='{juliet/full}'><a xmlns='urn:example:x'/><b xmlns='urn:example:x'/></iq>
romeo   < nothing
juliet  < nothing
