title   XEP-0077 §3.3: what is wrong with a new password; the old one stays, and errors do not repeat the request
option  registration_min_password = 8
users   juliet romeo
juliet  > <iq type='set' id='1'><query xmlns='jabber:iq:register'><username>juliet</username><password/></query></iq>
juliet  < <iq type='error' id='1'><error type='modify' code='400'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='set' id='2'><query xmlns='jabber:iq:register'><password>correct horse</password></query></iq>
juliet  < <iq type='error' id='2'><error type='modify' code='400'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='set' id='3'><query xmlns='jabber:iq:register'><username>romeo</username><password>correct horse</password></query></iq>
juliet  < <iq type='error' id='3'><error type='cancel' code='405'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='set' id='4'><query xmlns='jabber:iq:register'><username>juliet</username><password>short</password></query></iq>
juliet  < <iq type='error' id='4'><error type='modify' code='406'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='set' id='5'><query xmlns='jabber:iq:register'/></iq>
juliet  < <iq type='error' id='5'><error type='modify' code='400'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='set' id='6' to='{romeo}'><query xmlns='jabber:iq:register'><username>romeo</username><password>correct horse</password></query></iq>
juliet  < <iq type='error' id='6'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  disconnects
juliet  connects
