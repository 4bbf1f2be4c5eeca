title   RFC 6120 §8.3.3.8, §8.3.1: an address that is none comes back from the host; an error to it does not
users   romeo
romeo   > <message id='1' to='@{host}'><body>Hi</body></message>
romeo   < <message type='error' id='1' from='{host}'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <iq type='get' id='2' to='a b@{host}'><ping xmlns='urn:xmpp:ping'/></iq>
romeo   < <iq type='error' id='2' from='{host}'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <presence id='3' to='{romeo}/'/>
romeo   < <presence type='error' id='3' from='{host}'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <message id='4' to=''><body>Hi</body></message>
romeo   < <message type='error' id='4' from='{host}'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <message id='5' type='error' to='@{host}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   < nothing
