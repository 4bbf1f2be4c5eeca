title   Clients' habits: pretty-printed XML with white space inside stanzas is understood (Psi)
users   romeo
users   juliet, offline
stream  juliet secure
juliet  >> {header}\x0a
juliet  < <stream:stream from='{host}' id='*' version='1.0' xml:lang='en'>
juliet  < <stream:features>...</stream:features>
juliet  >> \x0a<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{base64 \0juliet\0{password}}</auth>\x0a
juliet  < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
juliet  >> {header}\x0a
juliet  < <stream:stream from='{host}' id='*' version='1.0' xml:lang='en'>
juliet  < <stream:features>...</stream:features>
juliet  >> <iq type='set' id='1'>\x0a <bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'>\x0a  <resource>full</resource>\x0a </bind>\x0a</iq>\x0a
juliet  < <iq type='result' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>{juliet/full}</jid></bind></iq>
juliet  >> <iq type='get' id='2'>\x0a <query xmlns='jabber:iq:roster'>\x0a </query>\x0a</iq>\x0a
juliet  < <iq type='result' id='2'><query xmlns='jabber:iq:roster'/></iq>
juliet  >> <iq type='set' id='3'>\x0a <query xmlns='jabber:iq:roster'>\x0a  <item jid='{romeo}' name='R'>\x0a   <group>Friends</group>\x0a  </item>\x0a </query>\x0a</iq>\x0a
juliet  < <iq type='result' id='3'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' name='R' subscription='none'><group>Friends</group></item></query></iq>
juliet  >> <presence>\x0a <priority>5</priority>\x0a</presence>\x0a
juliet  < <presence from='{juliet/full}'><priority>5</priority></presence>
juliet  >> <message type='chat' id='4' to='{romeo}'>\x0a <body>Hi</body>\x0a</message>\x0a
romeo   < <message type='chat' id='4' from='{juliet/full}'><body>Hi</body></message>
