title   RFC 6121 §8, RFC 6120 §8.3.1: errors are never answered, whoever they are for, so no two servers or clients can keep each other busy
users   romeo juliet
romeo   > <message type='error' id='1' to='{juliet}'><error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <presence type='error' id='2' to='{juliet}'><error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <iq type='error' id='3' to='{juliet}'><error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <message type='error' id='4' to='{juliet}'/>
romeo   > <presence type='error' id='5' to='{juliet}'/>
romeo   > <message type='error' id='1' to='{juliet}/gone'><error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <presence type='error' id='2' to='{juliet}/gone'><error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <iq type='error' id='3' to='{juliet}/gone'><error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <message type='error' id='4' to='{juliet}/gone'/>
romeo   > <presence type='error' id='5' to='{juliet}/gone'/>
romeo   > <message type='error' id='1' to='nobody@{host}'><error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <presence type='error' id='2' to='nobody@{host}'><error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <iq type='error' id='3' to='nobody@{host}'><error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <message type='error' id='4' to='nobody@{host}'/>
romeo   > <presence type='error' id='5' to='nobody@{host}'/>
romeo   > <message type='error' id='1' to='nobody@{host}/gone'><error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <presence type='error' id='2' to='nobody@{host}/gone'><error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <iq type='error' id='3' to='nobody@{host}/gone'><error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <message type='error' id='4' to='nobody@{host}/gone'/>
romeo   > <presence type='error' id='5' to='nobody@{host}/gone'/>
romeo   > <message type='error' id='1' to='{host}'><error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <presence type='error' id='2' to='{host}'><error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <iq type='error' id='3' to='{host}'><error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <message type='error' id='4' to='{host}'/>
romeo   > <presence type='error' id='5' to='{host}'/>
romeo   > <message type='error' id='1' to='{host}/gone'><error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <presence type='error' id='2' to='{host}/gone'><error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <iq type='error' id='3' to='{host}/gone'><error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <message type='error' id='4' to='{host}/gone'/>
romeo   > <presence type='error' id='5' to='{host}/gone'/>
romeo   > <message type='error' id='1' to='a b@{host}'><error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <presence type='error' id='2' to='a b@{host}'><error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <iq type='error' id='3' to='a b@{host}'><error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <message type='error' id='4' to='a b@{host}'/>
romeo   > <presence type='error' id='5' to='a b@{host}'/>
romeo   > <message type='error' id='1' to='{romeo}'><error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <presence type='error' id='2' to='{romeo}'><error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <iq type='error' id='3' to='{romeo}'><error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <message type='error' id='4' to='{romeo}'/>
romeo   > <presence type='error' id='5' to='{romeo}'/>
romeo   > <presence type='error' id='6'/>
romeo   < nothing
juliet  < nothing
