title   XEP-0077 §3.3: the administrator may keep passwords to himself
option  registration_password_change = no
users   juliet
juliet  > <iq type='set' id='1'><query xmlns='jabber:iq:register'><username>juliet</username><password>correct horse</password></query></iq>
juliet  < <iq type='error' id='1'><error type='cancel' code='405'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
