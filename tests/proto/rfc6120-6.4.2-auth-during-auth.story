title   RFC 6120 §6.4.2: a second login drops the one that was under way
users   juliet, offline
stream  juliet secure
juliet  greets
juliet  > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='SCRAM-SHA-1'>{base64 n,,n=juliet,r=abcdefgh}</auth>
juliet  < <challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>*</challenge>
juliet  logs in
juliet  < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
