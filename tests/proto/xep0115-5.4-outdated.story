title   XEP-0115 §5.4: who asks for an outdated version gets what is true now, under the node that was asked for; others do not exist
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
juliet  > <iq type='get' id='1' to='{host}'><query xmlns='http://jabber.org/protocol/disco#info' node='{node}#q07IKJEyjvHSyhy//CH0CxmKi8w='/></iq>
juliet  < <iq type='result' id='1' from='{host}'><query xmlns='http://jabber.org/protocol/disco#info' node='{node}#q07IKJEyjvHSyhy//CH0CxmKi8w='><identity category='server' type='im' name='Nexa'/>...</query></iq>
juliet  > <iq type='get' id='2' to='{host}'><query xmlns='http://jabber.org/protocol/disco#info' node='{node}'/></iq>
juliet  < <iq type='error' id='2' from='{host}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='get' id='3'><query xmlns='http://jabber.org/protocol/disco#info' node='{node}#{ver}'/></iq>
juliet  < <iq type='error' id='3'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
# XEP-0115 §6.2: not among the items
juliet  > <iq type='get' id='4' to='{host}'><query xmlns='http://jabber.org/protocol/disco#items' node='{node}#{ver}'/></iq>
juliet  < <iq type='result' id='4' from='{host}'><query xmlns='http://jabber.org/protocol/disco#items' node='{node}#{ver}'/></iq>
