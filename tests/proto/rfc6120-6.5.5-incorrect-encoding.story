title   RFC 6120 §6.5.5: what is no base64 is refused as such
users   juliet, offline
stream  juliet secure
juliet  greets
juliet  > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>AGp1bGlldAB!</auth>
juliet  < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><incorrect-encoding/></failure>
juliet  > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'/>
juliet  < <challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
juliet  > <response xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>AGp1bGlldAB</response>
juliet  < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><incorrect-encoding/></failure>
juliet  logs in
juliet  < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
