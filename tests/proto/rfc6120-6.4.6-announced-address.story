title   RFC 6120 §6.4.6: who logs in as it announced, by whatever mechanism, is let in
users   juliet, offline
stream  juliet secure
juliet  >> <stream:stream from='JULIET@{host}' to='{host}' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>
juliet  < <stream:stream from='{host}' to='{juliet}' id='*' version='1.0' xml:lang='en'>
juliet  < <stream:features>...</stream:features>
juliet  logs in with SCRAM-SHA-256
juliet  < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>*</success>
juliet  >> <stream:stream from='{juliet}' to='{host}' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>
juliet  < <stream:stream from='{host}' to='{juliet}' id='*' version='1.0' xml:lang='en'>
juliet  < <stream:features><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/>...</stream:features>
