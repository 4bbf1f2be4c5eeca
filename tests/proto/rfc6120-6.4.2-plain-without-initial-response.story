title   RFC 6120 §6.4.2: PLAIN without an initial response gets an empty challenge
users   juliet, offline
stream  juliet secure
juliet  greets
juliet  > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'/>
juliet  < <challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
juliet  > <response xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>{base64 \0juliet\0{password}}</response>
juliet  < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
