title   RFC 6120 §4.7.2: a header without `to` means the default host; without `from`, the answer names nobody
users   juliet, offline
stream  juliet secure
juliet  >> <stream:stream version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>
juliet  < <stream:stream from='{host}' to='!' id='*' version='1.0' xml:lang='en'>
juliet  < <stream:features>...</stream:features>
juliet  logs in
juliet  < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
