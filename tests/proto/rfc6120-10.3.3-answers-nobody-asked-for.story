title   RFC 6120 §10.3.3: results and errors that answer nothing are ignored
users   romeo
romeo   > <iq type='result' id='1'/>
romeo   > <iq type='error' id='2' to='{host}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='result' id='3' to='{romeo}'/>
romeo   < nothing
