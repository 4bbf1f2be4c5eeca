title   RFC 6120 §8.2.3: a request that reached a client which then left is not answered by the server a second time
users   romeo juliet, friends
romeo   > <iq type='get' id='1' to='{juliet/full}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  < <iq type='get' id='1' from='{romeo/full}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  disconnects
romeo   < <presence type='unavailable' from='{juliet/full}'/>
romeo   < nothing
romeo   > <iq type='get' id='2' to='{juliet/full}'><ping xmlns='urn:xmpp:ping'/></iq>
romeo   < <iq type='error' id='2' from='{juliet/full}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
