title   XEP-0077 §3.1.1: too many attempts from one address are refused for a while
option  registration = open
option  registration_per_address = 2
option  registration_window = 10m
users   juliet
stream  guest secure
guest   greets
guest   > <iq type='set' id='1'><query xmlns='jabber:iq:register'><username>juliet</username><password>correct horse</password></query></iq>
guest   < <iq type='error' id='1' from='{host}'><error type='cancel' code='409'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
guest   > <iq type='set' id='2'><query xmlns='jabber:iq:register'><username>juliet</username><password>correct horse</password></query></iq>
guest   < <iq type='error' id='2' from='{host}'><error type='cancel' code='409'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
guest   > <iq type='set' id='3'><query xmlns='jabber:iq:register'><username>nurse</username><password>correct horse</password></query></iq>
guest   < <iq type='error' id='3' from='{host}'><error type='modify' code='406'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  disconnects
clock   +10m
guest   < <stream:error><connection-timeout xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
guest   closed
stream  guest secure
guest   greets
guest   > <iq type='set' id='4'><query xmlns='jabber:iq:register'><username>nurse</username><password>correct horse</password></query></iq>
guest   < <iq type='result' id='4'/>
