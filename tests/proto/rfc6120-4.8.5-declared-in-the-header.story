title   RFC 6120 §4.8.5: a namespace that was declared in the sender's header is declared where its stanza arrives
users   romeo
users   juliet, offline
stream  juliet secure
juliet  >> <stream:stream to='{host}' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' xmlns:x='urn:example:x'>
juliet  < <stream:stream from='{host}' id='*' version='1.0' xml:lang='en'>
juliet  < <stream:features>...</stream:features>
juliet  logs in
juliet  < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
juliet  >> <stream:stream to='{host}' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' xmlns:x='urn:example:x'>
juliet  < <stream:stream from='{host}' id='*' version='1.0' xml:lang='en'>
juliet  < <stream:features>...</stream:features>
juliet  > <iq type='set' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>full</resource></bind></iq>
juliet  < <iq type='result' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>{juliet/full}</jid></bind></iq>
juliet  >> <message id='2' to='{romeo}'><x:a x:b='c'><d xmlns='urn:example:y'/></x:a></message>
romeo   < <message id='2'><a xmlns='urn:example:x' xmlns:x='urn:example:x' x:b='c'><d xmlns='urn:example:y'/></a></message>
