title   XEP-0077 §3.1.1: too many attempts from everywhere are refused too
option  registration = open
option  registration_total = 1
stream  guest secure
guest   greets
guest   > <iq type='set' id='1'><query xmlns='jabber:iq:register'><username>juliet</username><password>correct horse</password></query></iq>
guest   < <iq type='result' id='1'/>
stream  other secure
other   greets
other   > <iq type='set' id='2'><query xmlns='jabber:iq:register'><username>nurse</username><password>correct horse</password></query></iq>
other   < <iq type='error' id='2' from='{host}'><error type='modify' code='406'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
