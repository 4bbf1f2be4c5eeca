title   XEP-0077 §3.2: removal comes alone, is not for guests, and not for anybody where the administrator does not want it
option  registration = open
option  registration_removal = no
users   juliet
juliet  > <iq type='set' id='1'><query xmlns='jabber:iq:register'><remove/><username>juliet</username></query></iq>
juliet  < <iq type='error' id='1'><error type='modify' code='400'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='set' id='2'><query xmlns='jabber:iq:register'><remove/></query></iq>
juliet  < <iq type='error' id='2'><error type='cancel' code='405'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
stream  guest secure
guest   greets
guest   > <iq type='set' id='3'><query xmlns='jabber:iq:register'><remove/></query></iq>
guest   < <iq type='error' id='3' from='{host}'><error type='modify' code='400'><unexpected-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
