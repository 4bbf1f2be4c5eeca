title   RFC 6121 §8.5.3.2.3: an iq to a resource that is gone is answered with service-unavailable; a result is dropped
users   romeo juliet, friends
romeo   > <iq type='get' id='1' to='{juliet}/gone'><ping xmlns='urn:xmpp:ping'/></iq>
romeo   < <iq type='error' id='1' from='{juliet}/gone'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='result' id='2' to='{juliet}/gone'/>
romeo   > <iq type='error' id='3' to='{juliet}/gone'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   < nothing
juliet  < nothing
