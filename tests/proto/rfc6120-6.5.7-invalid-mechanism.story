title   RFC 6120 §6.5.7: a mechanism that is not offered is refused
users   juliet, offline
stream  juliet secure
juliet  greets
juliet  > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='CRAM-MD5'/>
juliet  < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><invalid-mechanism/></failure>
juliet  > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='SCRAM-SHA-256-PLUS'>{base64 p=tls-exporter,,n=juliet,r=abcdefgh}</auth>
juliet  < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><invalid-mechanism/></failure>
juliet  > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>{base64 \0juliet\0{password}}</auth>
juliet  < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><invalid-mechanism/></failure>
