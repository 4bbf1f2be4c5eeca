title   XEP-0077 §3.1: a password has the length that the administrator wants, in characters, and is not the name
option  registration = open
option  registration_min_password = 6
stream  juliet secure
juliet  greets
juliet  > <iq type='set' id='1'><query xmlns='jabber:iq:register'><username>juliet</username><password>12345</password></query></iq>
juliet  < <iq type='error' id='1' from='{host}'><error type='modify' code='406'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='set' id='2'><query xmlns='jabber:iq:register'><username>juliet</username><password>üüüüü</password></query></iq>
juliet  < <iq type='error' id='2' from='{host}'><error type='modify' code='406'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='set' id='3'><query xmlns='jabber:iq:register'><username>juliet</username><password>juliet</password></query></iq>
juliet  < <iq type='error' id='3' from='{host}'><error type='modify' code='406'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='set' id='4'><query xmlns='jabber:iq:register'><username>juliet</username><password>üüüüüü</password></query></iq>
juliet  < <iq type='result' id='4'/>
