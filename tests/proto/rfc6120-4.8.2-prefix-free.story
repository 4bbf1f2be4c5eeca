title   RFC 6120 §4.8.2: a header without prefix is understood; its stanzas declare their namespace
users   juliet, offline
stream  juliet secure
juliet  >> <stream to='{host}' version='1.0' xmlns='http://etherx.jabber.org/streams'>
juliet  < <stream:stream version='1.0' from='{host}'>
juliet  < <stream:features>...</stream:features>
juliet  >> <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{base64 \0juliet\0{password}}</auth>
juliet  < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
juliet  >> <stream to='{host}' version='1.0' xmlns='http://etherx.jabber.org/streams'>
juliet  < <stream:stream version='1.0' from='{host}'>
juliet  < <stream:features>...</stream:features>
juliet  >> <iq xmlns='jabber:client' type='set' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>home</resource></bind></iq>
juliet  < <iq type='result' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>{juliet/home}</jid></bind></iq>
juliet  >> <iq xmlns='jabber:client' type='get' id='2'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  < <iq type='result' id='2'/>
