title   XEP-0077 §3.1: a name that somebody has is a conflict, and no password comes back
option  registration = open
users   juliet
stream  guest secure
guest   greets
guest   > <iq type='set' id='1'><query xmlns='jabber:iq:register'><username>juliet</username><password>correct horse</password></query></iq>
guest   < <iq type='error' id='1' from='{host}'><error type='cancel' code='409'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
guest   > <iq type='set' id='2'><query xmlns='jabber:iq:register'><username>JULIET</username><password>correct horse</password></query></iq>
guest   < <iq type='error' id='2' from='{host}'><error type='cancel' code='409'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
guest   > <iq type='set' id='3'><query xmlns='jabber:iq:register'><username>nurse</username><password>correct horse</password></query></iq>
guest   < <iq type='result' id='3'/>
