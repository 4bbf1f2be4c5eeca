title   RFC 6120 §8.2.3: answers go to who asked, and to nobody else; what nobody asked for is not answered
users   romeo juliet, friends
romeo   > <iq type='get' id='1' to='{juliet/full}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  < <iq type='get' id='1' from='{romeo/full}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  > <iq type='error' id='1' to='{romeo/full}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   < <iq type='error' id='1' from='{juliet/full}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='result' id='2' to='{romeo/elsewhere}'/>
juliet  > <iq type='error' id='3' to='{romeo/elsewhere}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='result' id='4' to='nobody@{host}'/>
juliet  > <iq type='error' id='5' to='{host}/somewhere'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='result' id='6' to='elsewhere.example'/>
juliet  > <iq type='result' id='7' to='@'/>
juliet  < nothing
romeo   < nothing
