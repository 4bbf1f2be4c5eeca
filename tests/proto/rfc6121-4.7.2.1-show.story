title   RFC 6121 §4.7.2.1: a show is one of away, chat, dnd and xa, there is at most one, and nothing but text is in it
users   romeo juliet, friends
romeo   > <presence id='1'><show>online</show></presence>
romeo   < <presence type='error' id='1'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence id='2'><show>AWAY</show></presence>
romeo   < <presence type='error' id='2'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence id='3'><show>away xa</show></presence>
romeo   < <presence type='error' id='3'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence id='4'><show>away</show><show>away</show></presence>
romeo   < <presence type='error' id='4'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence id='5'><show>away<b xmlns='urn:example:b'/></show></presence>
romeo   < <presence type='error' id='5'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence id='6' to='{juliet}'><show>online</show></presence>
romeo   < <presence type='error' id='6'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
juliet  < nothing
romeo   > <presence><show>away</show></presence>
romeo   < <presence from='{romeo/full}'><show>away</show></presence>
juliet  < <presence from='{romeo/full}'><show>away</show></presence>
romeo   > <presence><show>chat</show></presence>
romeo   < <presence from='{romeo/full}'><show>chat</show></presence>
juliet  < <presence from='{romeo/full}'><show>chat</show></presence>
romeo   > <presence><show>dnd</show></presence>
romeo   < <presence from='{romeo/full}'><show>dnd</show></presence>
juliet  < <presence from='{romeo/full}'><show>dnd</show></presence>
romeo   > <presence><show>xa</show></presence>
romeo   < <presence from='{romeo/full}'><show>xa</show></presence>
juliet  < <presence from='{romeo/full}'><show>xa</show></presence>
# One of another namespace is an extension; an empty one says nothing.
romeo   > <presence><show xmlns='urn:example:b'>online</show><show/></presence>
romeo   < <presence from='{romeo/full}'><show xmlns='urn:example:b'>online</show><show/></presence>
juliet  < <presence from='{romeo/full}'><show xmlns='urn:example:b'>online</show><show/></presence>
