title   RFC 6120 §6.5.7: a mechanism that the administrator took away is neither offered nor taken
option  sasl_mechanisms = SCRAM-SHA-256,PLAIN
users   juliet, offline
stream  juliet secure
juliet  greets
juliet  > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='SCRAM-SHA-1'>{base64 n,,n=juliet,r=abcdefgh}</auth>
juliet  < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><invalid-mechanism/></failure>
juliet  logs in with SCRAM-SHA-256
juliet  < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>*</success>
