title   RFC 6121 §3.1.2: what is said about subscriptions needs an address
users   romeo
romeo   > <presence type='subscribe' id='1'/>
romeo   < <presence type='error' id='1'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='subscribed' id='2'/>
romeo   < <presence type='error' id='2'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='unsubscribe' id='3'/>
romeo   < <presence type='error' id='3'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='unsubscribed' id='4'/>
romeo   < <presence type='error' id='4'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
