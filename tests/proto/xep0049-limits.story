title   XEP-0049: options private_max and private_max_namespaces: what is too much is refused and changes nothing
option  private_max = 1k
option  private_max_namespaces = 2
users   juliet
juliet  > <iq type='set' id='1'><query xmlns='jabber:iq:private'><a xmlns='urn:a'>1</a></query></iq>
juliet  > <iq type='set' id='2'><query xmlns='jabber:iq:private'><a xmlns='urn:b'>1</a></query></iq>
juliet  > <iq type='set' id='3'><query xmlns='jabber:iq:private'><a xmlns='urn:c'>1</a></query></iq>
juliet  < <iq type='result' id='1'/>
juliet  < <iq type='result' id='2'/>
juliet  < <iq type='error' id='3'><error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='set' id='4'><query xmlns='jabber:iq:private'><a xmlns='urn:a'>2</a></query></iq>
juliet  < <iq type='result' id='4'/>
juliet  > <iq type='set' id='5'><query xmlns='jabber:iq:private'><a xmlns='urn:a'>{repeat 1024 x}</a></query></iq>
juliet  < <iq type='error' id='5'><error type='modify'><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='get' id='6'><query xmlns='jabber:iq:private'><a xmlns='urn:a'/></query></iq>
juliet  < <iq type='result' id='6'><query xmlns='jabber:iq:private'><a xmlns='urn:a'>2</a></query></iq>
juliet  > <iq type='set' id='7'><query xmlns='jabber:iq:private'><a xmlns='urn:b'/></query></iq>
juliet  < <iq type='result' id='7'/>
juliet  > <iq type='set' id='8'><query xmlns='jabber:iq:private'><a xmlns='urn:c'>1</a></query></iq>
juliet  < <iq type='result' id='8'/>
