title   Client rule 15: the node of a question is the node of its answer, also that of our capabilities (Conversations)
users   juliet, offline
stream  juliet secure
juliet  greets
juliet  logs in
juliet  < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
juliet  >> {header}
juliet  < <stream:stream from='{host}' id='*' version='1.0' xml:lang='en'>
juliet  < <stream:features><c xmlns='http://jabber.org/protocol/caps' hash='sha-1' node='{=node}' ver='{=ver}'/>...</stream:features>
juliet  > <iq type='set' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>
juliet  < <iq type='result' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>*</jid></bind></iq>
juliet  > <iq type='get' id='2' to='{host}'><query xmlns='http://jabber.org/protocol/disco#info' node='{node}#{ver}'/></iq>
juliet  < <iq type='result' id='2'><query xmlns='http://jabber.org/protocol/disco#info' node='{node}#{ver}'><identity category='server' type='im' name='Nexa'/>...</query></iq>
juliet  > <iq type='get' id='3' to='{host}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
juliet  < <iq type='result' id='3'><query xmlns='http://jabber.org/protocol/disco#info'><identity category='server' type='im' name='Nexa'/>...</query></iq>
