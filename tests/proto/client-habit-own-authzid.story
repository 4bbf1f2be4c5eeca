title   Clients' habits: the own bare JID as authorization identity is accepted by every mechanism (go-sendxmpp)
users   juliet, offline
stream  juliet secure
juliet  greets
juliet  > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{base64 {juliet}\0juliet\0{password}}</auth>
juliet  < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
stream  juliet/2 secure
juliet/2 greets
juliet/2 > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='SCRAM-SHA-256'>{base64 n,a={juliet},n=juliet,r=abcdefgh}</auth>
juliet/2 < <challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>*</challenge>
