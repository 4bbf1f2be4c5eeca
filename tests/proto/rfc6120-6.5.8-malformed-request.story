title   RFC 6120 §6.5.8: messages that the mechanism does not know are malformed
users   juliet, offline
stream  juliet secure
juliet  greets
juliet  > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{base64 juliet}</auth>
juliet  < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><malformed-request/></failure>
juliet  > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>=</auth>
juliet  < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><malformed-request/></failure>
juliet  > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='SCRAM-SHA-1'>{base64 hello}</auth>
juliet  < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><malformed-request/></failure>
juliet  > <response xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>{base64 hello}</response>
juliet  < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><malformed-request/></failure>
