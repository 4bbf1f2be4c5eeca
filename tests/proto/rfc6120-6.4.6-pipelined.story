title   RFC 6120 §6.4.6: what a client sends behind its login without waiting is read when the login is over
users   juliet, offline
stream  juliet secure
juliet  greets
juliet  >> <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{base64 \0juliet\0{password}}</auth>{header}<iq type='set' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>home</resource></bind></iq><iq type='get' id='2'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
juliet  < <stream:stream from='{host}' id='*' version='1.0' xml:lang='en'>
juliet  < <stream:features>...</stream:features>
juliet  < <iq type='result' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>{juliet/home}</jid></bind></iq>
juliet  < <iq type='result' id='2'/>
