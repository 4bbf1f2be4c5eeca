title   RFC 6120 §6.4.6: SCRAM-SHA-1: both sides prove that they know the password
users   juliet, offline
stream  juliet secure
juliet  greets
juliet  logs in with SCRAM-SHA-1
juliet  < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>*</success>
juliet  greets
juliet  > <iq type='set' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>
juliet  < <iq type='result' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>{=me}</jid></bind></iq>
juliet  > <iq type='get' id='2'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  < <iq type='result' id='2' to='{me}'/>
