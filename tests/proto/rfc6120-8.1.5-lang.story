title   RFC 6120 §8.1.5: a stanza without xml:lang gets that of its sender's stream; one with xml:lang keeps it
users   romeo
users   juliet, offline
stream  juliet secure
juliet  greets
juliet  logs in
juliet  < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
juliet  >> <stream:stream to='{host}' version='1.0' xml:lang='it' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>
juliet  < <stream:stream version='1.0'>
juliet  < <stream:features>...</stream:features>
juliet  > <iq type='set' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>full</resource></bind></iq>
juliet  < <iq type='result' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>{juliet/full}</jid></bind></iq>
juliet  > <message type='chat' to='{romeo}'><body>Ciao</body></message>
romeo   < <message type='chat' xml:lang='it'><body>Ciao</body></message>
juliet  > <message type='chat' xml:lang='en' to='{romeo}'><body>Hi</body></message>
romeo   < <message type='chat' xml:lang='en'><body>Hi</body></message>
juliet  > <message type='chat' to='{romeo}'/>
romeo   < <message type='chat'/>
