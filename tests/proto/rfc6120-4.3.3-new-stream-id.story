title   RFC 6120 §4.3.3, §4.7.3: every header has an id of its own, also on one connection
users   juliet, offline
stream  juliet secure
juliet  >> {header}
juliet  < <stream:stream from='{host}' id='{=first}' version='1.0' xml:lang='en'>
juliet  < <stream:features>...</stream:features>
juliet  logs in
juliet  < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
juliet  >> {header}
juliet  < <stream:stream from='{host}' id='!{first}' version='1.0' xml:lang='en'>
juliet  < <stream:features>...</stream:features>
stream  romeo secure
romeo   >> {header}
romeo   < <stream:stream from='{host}' id='!{first}' version='1.0' xml:lang='en'>
romeo   < <stream:features>...</stream:features>
