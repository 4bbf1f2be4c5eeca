title   XEP-0115 §6.3 and §6.2: the features after the login carry the host's capabilities; the node is answered as the host is, and echoed
option  contact_admin = xmpp:ann@verona.example
users   juliet, offline
stream  juliet secure
juliet  greets
juliet  logs in
juliet  < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
juliet  >> {header}
juliet  < <stream:stream version='1.0' xml:lang='en' from='{host}'>
juliet  < <stream:features><c xmlns='http://jabber.org/protocol/caps' hash='sha-1' node='{=node}' ver='{=ver}'/>...</stream:features>
juliet  > <iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>
juliet  < <iq type='result' id='b'>...</iq>
juliet  > <iq type='get' id='1' to='{host}'><query xmlns='http://jabber.org/protocol/disco#info' node='{node}#{ver}'/></iq>
juliet  < <iq type='result' id='1' from='{host}'><query xmlns='http://jabber.org/protocol/disco#info' node='{node}#{ver}'><identity category='server' type='im' name='Nexa'/><feature var='http://jabber.org/protocol/caps'/><feature var='http://jabber.org/protocol/disco#info'/><feature var='http://jabber.org/protocol/disco#items'/><feature var='urn:xmpp:ping'/><x xmlns='jabber:x:data' type='result'><field var='FORM_TYPE' type='hidden'><value>http://jabber.org/network/serverinfo</value></field><field var='admin-addresses' type='list-multi'><value>xmpp:ann@verona.example</value></field></x>...</query></iq>
