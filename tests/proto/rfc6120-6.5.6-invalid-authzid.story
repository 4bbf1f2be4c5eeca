title   RFC 6120 §6.5.6: nobody logs in as somebody else
users   juliet, offline
stream  juliet secure
juliet  greets
juliet  > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{base64 romeo@{host}\0juliet\0{password}}</auth>
juliet  < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><invalid-authzid/></failure>
juliet  > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='SCRAM-SHA-1'>{base64 n,a=romeo@{host},n=juliet,r=abcdefgh}</auth>
juliet  < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><invalid-authzid/></failure>
