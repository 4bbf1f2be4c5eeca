title   RFC 6121 §8.5.3.1: whoever is not shown a resource gets the same answer whether it is there or not
users   romeo juliet
romeo   > <iq type='get' id='1' to='{juliet/full}'><query xmlns='urn:example:any'/></iq>
romeo   < <iq type='error' id='1' from='{juliet/full}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='2' to='{juliet/full}'><query xmlns='urn:example:any'/></iq>
romeo   < <iq type='error' id='2' from='{juliet/full}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='3' to='{juliet}/gone'><query xmlns='urn:example:any'/></iq>
romeo   < <iq type='error' id='3' from='{juliet}/gone'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  < nothing
# Answers are always delivered.
romeo   > <iq type='result' id='4' to='{juliet/full}'/>
juliet  < <iq type='result' id='4' from='{romeo/full}'/>
romeo   > <iq type='error' id='5' to='{juliet/full}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  < <iq type='error' id='5' from='{romeo/full}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
