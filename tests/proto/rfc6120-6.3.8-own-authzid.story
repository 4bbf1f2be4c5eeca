title   RFC 6120 §6.3.8: the own address as authorization identity changes nothing
users   juliet, offline
stream  juliet secure
juliet  greets
juliet  > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{base64 {juliet}\0juliet\0{password}}</auth>
juliet  < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
