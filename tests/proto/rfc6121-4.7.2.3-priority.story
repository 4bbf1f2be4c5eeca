title   RFC 6121 §4.7.2.3: the priority is one integer from -128 to 127
users   romeo juliet, friends
romeo   > <presence id='1'><priority>128</priority></presence>
romeo   < <presence type='error' id='1'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence id='2'><priority>-129</priority></presence>
romeo   < <presence type='error' id='2'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence id='3'><priority>high</priority></presence>
romeo   < <presence type='error' id='3'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence id='4'><priority/></presence>
romeo   < <presence type='error' id='4'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence id='5'><priority>1</priority><priority>2</priority></presence>
romeo   < <presence type='error' id='5'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
juliet  < nothing
romeo   > <presence><priority>-128</priority></presence>
romeo   < <presence from='{romeo/full}'><priority>-128</priority></presence>
juliet  < <presence from='{romeo/full}'><priority>-128</priority></presence>
romeo   > <presence><priority>127</priority></presence>
romeo   < <presence from='{romeo/full}'><priority>127</priority></presence>
juliet  < <presence from='{romeo/full}'><priority>127</priority></presence>
