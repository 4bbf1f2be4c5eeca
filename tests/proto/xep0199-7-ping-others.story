title   XEP-0199 §7: a ping does not tell whether an account exists
users   romeo juliet
romeo   > <iq type='get' id='1' to='{juliet}'><ping xmlns='urn:xmpp:ping'/></iq>
romeo   < <iq type='error' id='1' from='{juliet}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='2' to='nobody@{host}'><ping xmlns='urn:xmpp:ping'/></iq>
romeo   < <iq type='error' id='2' from='nobody@{host}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  < nothing
