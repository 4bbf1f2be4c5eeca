title   RFC 6120 §4.7.1: a `from` that is no account's address says nothing (COMPAT: sendxmpp names its machine)
users   juliet, offline
stream  juliet/1 secure
juliet/1 >> <stream:stream from='my-machine' to='{host}' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>
juliet/1 < <stream:stream from='{host}' to='my-machine' id='*' version='1.0' xml:lang='en'>
juliet/1 < <stream:features>...</stream:features>
juliet/1 logs in
juliet/1 < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
stream  juliet/2 secure
juliet/2 >> <stream:stream from='@' to='{host}' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>
juliet/2 < <stream:stream from='{host}' to='!' id='*' version='1.0' xml:lang='en'>
juliet/2 < <stream:features>...</stream:features>
juliet/2 logs in
juliet/2 < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
