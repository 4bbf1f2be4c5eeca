title   XEP-0049 §2.3 and §3: no element, or one without a namespace of its own
users   juliet
juliet  > <iq type='get' id='1'><query xmlns='jabber:iq:private'></query></iq>
juliet  < <iq type='error' id='1'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='set' id='2'><query xmlns='jabber:iq:private'></query></iq>
juliet  < <iq type='error' id='2'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='set' id='3'><query xmlns='jabber:iq:private'><a>1</a></query></iq>
juliet  < <iq type='error' id='3'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='set' id='4'><query xmlns='jabber:iq:private'><a xmlns=''>1</a></query></iq>
juliet  < <iq type='error' id='4'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='get' id='5'><query xmlns='jabber:iq:private'><a/></query></iq>
juliet  < <iq type='error' id='5'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
