title   Clients' habits: a second header before anything else was said is overlooked (QXmpp on direct TLS)
users   juliet, offline
stream  juliet secure
juliet  >> {header}{header}
juliet  < <stream:stream from='{host}' id='*' version='1.0' xml:lang='en'>
juliet  < <stream:features>...</stream:features>
juliet  logs in
juliet  < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
stream  juliet/2 secure
juliet/2 >> {header}
juliet/2 < <stream:stream from='{host}' id='*' version='1.0' xml:lang='en'>
juliet/2 < <stream:features>...</stream:features>
juliet/2 >> {header}
juliet/2 < nothing
juliet/2 logs in
juliet/2 < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
