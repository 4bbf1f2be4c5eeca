title   RFC 6120 §6.4.6: after PLAIN the stream begins anew and offers what sessions need
users   juliet, offline
stream  juliet secure
juliet  greets
juliet  > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{base64 \0juliet\0{password}}</auth>
juliet  < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
juliet  >> {header}
juliet  < <stream:stream from='{host}' id='*' version='1.0' xml:lang='en'>
juliet  < <stream:features><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/><limits xmlns='urn:xmpp:stream-limits:0'><max-bytes>262144</max-bytes><idle-seconds>120</idle-seconds></limits>...</stream:features>
