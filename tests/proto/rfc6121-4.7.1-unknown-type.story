title   RFC 6121 §4.7.1: a type that presence does not know is a bad request
users   romeo juliet, friends
romeo   > <presence type='available' id='1'/>
romeo   < <presence type='error' id='1'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
juliet  < nothing
