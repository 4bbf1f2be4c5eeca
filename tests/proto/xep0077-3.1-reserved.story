title   XEP-0077 §3.1: names that speak for the server, and what looks like them, are not given away
option  registration = open
option  registration_reserved = admin,lehrer
stream  guest secure
guest   greets
guest   > <iq type='set' id='1'><query xmlns='jabber:iq:register'><username>admin</username><password>correct horse</password></query></iq>
guest   < <iq type='error' id='1' from='{host}'><error type='modify' code='406'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
guest   > <iq type='set' id='2'><query xmlns='jabber:iq:register'><username>adrnin</username><password>correct horse</password></query></iq>
guest   < <iq type='error' id='2' from='{host}'><error type='modify' code='406'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
guest   > <iq type='set' id='3'><query xmlns='jabber:iq:register'><username>1ehrer</username><password>correct horse</password></query></iq>
guest   < <iq type='error' id='3' from='{host}'><error type='modify' code='406'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
guest   > <iq type='set' id='4'><query xmlns='jabber:iq:register'><username>administrator</username><password>correct horse</password></query></iq>
guest   < <iq type='result' id='4'/>
