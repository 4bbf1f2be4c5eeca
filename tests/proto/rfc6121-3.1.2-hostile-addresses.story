title   RFC 6121 §3.1.2: what is said about subscriptions, and presence, to an address that is none comes back as jid-malformed; rosters stay
users   romeo
romeo   > <presence type='subscribe' id='1' to=''/>
romeo   < <presence type='error' id='1'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='subscribed' id='2' to=''/>
romeo   < <presence type='error' id='2'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='unsubscribe' id='3' to=''/>
romeo   < <presence type='error' id='3'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='unsubscribed' id='4' to=''/>
romeo   < <presence type='error' id='4'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='probe' id='5' to=''/>
romeo   < <presence type='error' id='5'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='unavailable' id='6' to=''/>
romeo   < <presence type='error' id='6'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence id='7' to=''/>
romeo   < <presence type='error' id='7'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='subscribe' id='8' to='@{host}'/>
romeo   < <presence type='error' id='8'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='subscribe' id='9' to='juliet@'/>
romeo   < <presence type='error' id='9'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='subscribe' id='10' to='juliet@{host}/'/>
romeo   < <presence type='error' id='10'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='subscribe' id='11' to='ju liet@{host}'/>
romeo   < <presence type='error' id='11'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='subscribed' id='12' to='ju liet@{host}'/>
romeo   < <presence type='error' id='12'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='unsubscribe' id='13' to='ju liet@{host}'/>
romeo   < <presence type='error' id='13'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='unsubscribed' id='14' to='ju liet@{host}'/>
romeo   < <presence type='error' id='14'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='probe' id='15' to='ju liet@{host}'/>
romeo   < <presence type='error' id='15'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='unavailable' id='16' to='ju liet@{host}'/>
romeo   < <presence type='error' id='16'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence id='17' to='ju liet@{host}'/>
romeo   < <presence type='error' id='17'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='subscribe' id='18' to='juliet@@{host}'/>
romeo   < <presence type='error' id='18'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='subscribe' id='19' to='{repeat 1024 n}@{host}'/>
romeo   < <presence type='error' id='19'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='subscribe' id='20' to='juliet@{host}/{repeat 1024 r}'/>
romeo   < <presence type='error' id='20'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='subscribe' id='21' to='ju&#x378;liet@{host}'/>
romeo   < <presence type='error' id='21'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='subscribe' id='22' to='juliet&#x202e;@{host}'/>
romeo   < <presence type='error' id='22'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='subscribe' id='23' to='&#x5d0;juliet@{host}'/>
romeo   < <presence type='error' id='23'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='subscribe' id='24' to='juliet@{host}/&#x5d0;a'/>
romeo   < <presence type='error' id='24'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='subscribe' id='25' to='juliet@verona..example'/>
romeo   < <presence type='error' id='25'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='subscribe' id='26' to=' '/>
romeo   < <presence type='error' id='26'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
# An error is never answered.
romeo   > <presence type='error' to='ju liet@{host}'/>
romeo   < nothing
romeo   > <iq type='get' id='end'><query xmlns='jabber:iq:roster'/></iq>
romeo   < <iq type='result' id='end'><query xmlns='jabber:iq:roster'/></iq>
