title   RFC 6121 §4.7.2.3: a priority that is none is refused, for everybody and for somebody, and the old one stays
users   romeo juliet, friends
romeo   > <presence><priority>-1</priority></presence>
romeo   < <presence from='{romeo/full}'><priority>-1</priority></presence>
juliet  < <presence from='{romeo/full}'><priority>-1</priority></presence>
romeo   > <presence id='1'><priority>1.0</priority></presence>
romeo   < <presence type='error' id='1'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence id='2'><priority>1e1</priority></presence>
romeo   < <presence type='error' id='2'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence id='3'><priority>0x1</priority></presence>
romeo   < <presence type='error' id='3'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence id='4'><priority>+-1</priority></presence>
romeo   < <presence type='error' id='4'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence id='5'><priority>--1</priority></presence>
romeo   < <presence type='error' id='5'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence id='6'><priority>1 2</priority></presence>
romeo   < <presence type='error' id='6'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence id='7'><priority>99999999999999999999</priority></presence>
romeo   < <presence type='error' id='7'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence id='8'><priority>&#x661;</priority></presence>
romeo   < <presence type='error' id='8'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence id='9'><priority>5<b xmlns='urn:example:b'/></priority></presence>
romeo   < <presence type='error' id='9'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence id='10' to='{juliet}'><priority>128</priority></presence>
romeo   < <presence type='error' id='10'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
juliet  > <message type='headline' to='{romeo}'><body>Hi</body></message>
romeo   < nothing
juliet  < nothing
