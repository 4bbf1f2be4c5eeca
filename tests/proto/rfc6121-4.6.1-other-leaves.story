title   RFC 6121 §4.6.1: who says goodbye, or does not want directed presence, is not told when its sender goes
users   romeo juliet
users   mercutio
romeo   > <presence to='{juliet/full}'/>
juliet  < <presence from='{romeo/full}' to='{juliet/full}'/>
juliet  > <presence type='unavailable' to='{romeo}'/>
romeo   < <presence type='unavailable' from='{juliet/full}' to='{romeo}'/>
romeo   > <presence to='{mercutio/full}'/>
mercutio < <presence from='{romeo/full}' to='{mercutio/full}'/>
mercutio > <presence type='error' to='{romeo/full}'><error type='cancel'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   < <presence type='error' from='{mercutio/full}'><error type='cancel'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   breaks
juliet  < nothing
mercutio < nothing
