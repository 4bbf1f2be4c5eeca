title   XEP-0077 §3.1, Unicode TR 39: names that can be mistaken for another are refused, whoever made that one
option  registration = open
users   romeo paris
users   мама, offline
stream  guest secure
guest   greets
# zero for o; rn for m; Cyrillic letters only; one Cyrillic letter among Latin ones
guest   > <iq type='set' id='1'><query xmlns='jabber:iq:register'><username>r0meo</username><password>correct horse</password></query></iq>
guest   < <iq type='error' id='1' from='{host}'><error type='cancel' code='409'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
guest   > <iq type='set' id='2'><query xmlns='jabber:iq:register'><username>rorneo</username><password>correct horse</password></query></iq>
guest   < <iq type='error' id='2' from='{host}'><error type='cancel' code='409'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
guest   > <iq type='set' id='3'><query xmlns='jabber:iq:register'><username>ромео</username><password>correct horse</password></query></iq>
guest   < <iq type='result' id='3'/>
stream  guest2 secure
guest2  greets
guest2  > <iq type='set' id='4'><query xmlns='jabber:iq:register'><username>pаris</username><password>correct horse</password></query></iq>
guest2  < <iq type='error' id='4' from='{host}'><error type='modify' code='406'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
guest2  > <iq type='set' id='5'><query xmlns='jabber:iq:register'><username>mercutio</username><password>correct horse</password></query></iq>
guest2  < <iq type='result' id='5'/>
stream  guest3 secure
guest3  greets
guest3  > <iq type='set' id='6'><query xmlns='jabber:iq:register'><username>mercuti0</username><password>correct horse</password></query></iq>
guest3  < <iq type='error' id='6' from='{host}'><error type='cancel' code='409'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
guest3  > <iq type='set' id='7'><query xmlns='jabber:iq:register'><username>сс</username><password>correct horse</password></query></iq>
guest3  < <iq type='result' id='7'/>
stream  guest4 secure
guest4  greets
guest4  > <iq type='set' id='8'><query xmlns='jabber:iq:register'><username>cc</username><password>correct horse</password></query></iq>
guest4  < <iq type='error' id='8' from='{host}'><error type='cancel' code='409'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
