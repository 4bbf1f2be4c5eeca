title   XEP-0077 §3.1: without name or password, or with empty ones: not-acceptable
option  registration = open
stream  juliet secure
juliet  greets
juliet  > <iq type='set' id='1'><query xmlns='jabber:iq:register'><username>juliet</username></query></iq>
juliet  < <iq type='error' id='1' from='{host}'><error type='modify' code='406'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='set' id='2'><query xmlns='jabber:iq:register'><username>juliet</username><password/></query></iq>
juliet  < <iq type='error' id='2' from='{host}'><error type='modify' code='406'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='set' id='3'><query xmlns='jabber:iq:register'><password>correct horse</password></query></iq>
juliet  < <iq type='error' id='3' from='{host}'><error type='modify' code='406'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='set' id='4'><query xmlns='jabber:iq:register'><username/><password>correct horse</password></query></iq>
juliet  < <iq type='error' id='4' from='{host}'><error type='modify' code='406'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='set' id='5'><query xmlns='jabber:iq:register'/></iq>
juliet  < <iq type='error' id='5' from='{host}'><error type='modify' code='406'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
# a name that is no localpart
juliet  > <iq type='set' id='6'><query xmlns='jabber:iq:register'><username>ju liet</username><password>correct horse</password></query></iq>
juliet  < <iq type='error' id='6' from='{host}'><error type='modify' code='406'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='set' id='7'><query xmlns='jabber:iq:register'><username>{repeat 1024 j}</username><password>correct horse</password></query></iq>
juliet  < <iq type='error' id='7' from='{host}'><error type='modify' code='406'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='get'><query xmlns='jabber:iq:register'/></iq>
juliet  < <iq type='error' from='{host}'><error type='modify' code='400'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='get' id='8' to='elsewhere.example'><query xmlns='jabber:iq:register'/></iq>
juliet  < <iq type='error' id='8' from='{host}'><error type='modify' code='400'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
