title   RFC 6121 §8.5.3.1: who got directed presence may ask that resource, until it is taken back
users   romeo juliet
juliet/phone connects
juliet  > <presence to='{romeo}'/>
romeo   < <presence from='{juliet/full}'/>
romeo   > <iq type='get' id='1' to='{juliet/full}'><query xmlns='urn:example:any'/></iq>
juliet  < <iq type='get' id='1' from='{romeo/full}'><query xmlns='urn:example:any'/></iq>
romeo   > <iq type='get' id='2' to='{juliet/phone}'><query xmlns='urn:example:any'/></iq>
romeo   < <iq type='error' id='2' from='{juliet/phone}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <presence type='unavailable' to='{romeo}'/>
romeo   < <presence type='unavailable' from='{juliet/full}'/>
romeo   > <iq type='get' id='3' to='{juliet/full}'><query xmlns='urn:example:any'/></iq>
romeo   < <iq type='error' id='3' from='{juliet/full}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
# To the full address: that one alone.
romeo/phone connects
juliet  > <presence to='{romeo/phone}'/>
romeo/phone < <presence from='{juliet/full}'/>
romeo   > <iq type='get' id='4' to='{juliet/full}'><query xmlns='urn:example:any'/></iq>
romeo   < <iq type='error' id='4' from='{juliet/full}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo/phone > <iq type='get' id='5' to='{juliet/full}'><query xmlns='urn:example:any'/></iq>
juliet  < <iq type='get' id='5' from='{romeo/phone}'><query xmlns='urn:example:any'/></iq>
