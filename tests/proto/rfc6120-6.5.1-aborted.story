title   RFC 6120 §6.5.1: a login that the client aborts has failed, and may begin again
users   juliet, offline
stream  juliet secure
juliet  greets
juliet  > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='SCRAM-SHA-1'>{base64 n,,n=juliet,r=abcdefgh}</auth>
juliet  < <challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>*</challenge>
juliet  > <abort xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
juliet  < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><aborted/></failure>
juliet  logs in with SCRAM-SHA-1
juliet  < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>*</success>
