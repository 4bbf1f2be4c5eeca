title   RFC 6120 §4.7.4: the language is that of the last header; what is no language is none
users   romeo
users   juliet, offline
stream  juliet secure
juliet  >> <stream:stream to='{host}' version='1.0' xml:lang='it' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>
juliet  < <stream:stream from='{host}' id='*' version='1.0' xml:lang='en'>
juliet  < <stream:features>...</stream:features>
juliet  logs in
juliet  < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
juliet  >> <stream:stream to='{host}' version='1.0' xml:lang='no language' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>
juliet  < <stream:stream from='{host}' id='*' version='1.0' xml:lang='en'>
juliet  < <stream:features>...</stream:features>
juliet  > <iq type='set' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>full</resource></bind></iq>
juliet  < <iq type='result' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>{juliet/full}</jid></bind></iq>
juliet  > <message type='chat' id='2' to='{romeo/full}'><body>Ciao</body></message>
romeo   < <message type='chat' id='2' from='{juliet/full}' xml:lang='!'><body>Ciao</body></message>
