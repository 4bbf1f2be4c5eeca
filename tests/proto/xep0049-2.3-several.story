title   XEP-0049 §2.3: several elements of one namespace belong together, several namespaces are refused
users   juliet
juliet  > <iq type='set' id='1'><query xmlns='jabber:iq:private'><a xmlns='urn:x'>1</a><b xmlns='urn:x'>2</b></query></iq>
juliet  < <iq type='result' id='1'/>
juliet  > <iq type='get' id='2'><query xmlns='jabber:iq:private'><a xmlns='urn:x'/></query></iq>
juliet  < <iq type='result' id='2'><query xmlns='jabber:iq:private'><a xmlns='urn:x'>1</a><b xmlns='urn:x'>2</b></query></iq>
juliet  > <iq type='set' id='3'><query xmlns='jabber:iq:private'><a xmlns='urn:x'>3</a><a xmlns='urn:y'>4</a></query></iq>
juliet  < <iq type='error' id='3'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='get' id='4'><query xmlns='jabber:iq:private'><a xmlns='urn:x'/><a xmlns='urn:y'/></query></iq>
juliet  < <iq type='error' id='4'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='get' id='5'><query xmlns='jabber:iq:private'><a xmlns='urn:y'/></query></iq>
juliet  < <iq type='result' id='5'><query xmlns='jabber:iq:private'><a xmlns='urn:y'/></query></iq>
