title   RFC 6121 §4.7.1: types that presence does not know are a bad request, to whomever, and change nothing
users   romeo juliet, friends
romeo   > <presence type='available' id='1'/>
romeo   < <presence type='error' id='1'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='available' id='2' to='{juliet}'/>
romeo   < <presence type='error' id='2'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='available' id='3' to='{juliet/full}'/>
romeo   < <presence type='error' id='3'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='AVAILABLE' id='4'/>
romeo   < <presence type='error' id='4'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='AVAILABLE' id='5' to='{juliet}'/>
romeo   < <presence type='error' id='5'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='AVAILABLE' id='6' to='{juliet/full}'/>
romeo   < <presence type='error' id='6'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='Unavailable' id='7'/>
romeo   < <presence type='error' id='7'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='Unavailable' id='8' to='{juliet}'/>
romeo   < <presence type='error' id='8'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='Unavailable' id='9' to='{juliet/full}'/>
romeo   < <presence type='error' id='9'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='' id='10'/>
romeo   < <presence type='error' id='10'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='' id='11' to='{juliet}'/>
romeo   < <presence type='error' id='11'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='' id='12' to='{juliet/full}'/>
romeo   < <presence type='error' id='12'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='subscribe ' id='13'/>
romeo   < <presence type='error' id='13'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='subscribe ' id='14' to='{juliet}'/>
romeo   < <presence type='error' id='14'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='subscribe ' id='15' to='{juliet/full}'/>
romeo   < <presence type='error' id='15'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='invisible' id='16'/>
romeo   < <presence type='error' id='16'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='invisible' id='17' to='{juliet}'/>
romeo   < <presence type='error' id='17'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='invisible' id='18' to='{juliet/full}'/>
romeo   < <presence type='error' id='18'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='get' id='19'/>
romeo   < <presence type='error' id='19'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='get' id='20' to='{juliet}'/>
romeo   < <presence type='error' id='20'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='get' id='21' to='{juliet/full}'/>
romeo   < <presence type='error' id='21'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
juliet  < nothing
