title   RFC 6121 §8.5.2.2.3: the server answers an iq for an account that is not here, as it can; what it does not understand is service-unavailable
users   romeo
users   juliet
juliet  > <iq type='set' id='1'><vCard xmlns='vcard-temp'><FN>Juliet</FN></vCard></iq>
juliet  < <iq type='result' id='1'/>
juliet  disconnects
romeo   > <iq type='get' id='1' to='{juliet}'><vCard xmlns='vcard-temp'/></iq>
romeo   < <iq type='result' id='1' from='{juliet}'><vCard xmlns='vcard-temp'><FN>Juliet</FN></vCard></iq>
romeo   > <iq type='get' id='2' to='{juliet}'><query xmlns='urn:example:unknown'/></iq>
romeo   < <iq type='error' id='2' from='{juliet}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='3' to='{juliet}'><query xmlns='urn:example:unknown'/></iq>
romeo   < <iq type='error' id='3' from='{juliet}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='result' id='4' to='{juliet}'/>
romeo   > <iq type='error' id='5' to='{juliet}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   < nothing
juliet  connects
juliet  < nothing
