title   RFC 6120 §6.4.4: a second login while one is under way ends both
users   juliet, offline
stream  juliet secure
juliet  greets
juliet  > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='SCRAM-SHA-1'>{base64 n,,n=juliet,r=abcdefgh}</auth>
juliet  < <challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>*</challenge>
juliet  > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{base64 \0juliet\0{password}}</auth>
juliet  < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><malformed-request/></failure>
juliet  logs in
juliet  < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
