title   RFC 6120 §7.6.1: who asks for no resource gets one
users   juliet, offline
stream  juliet secure
juliet  greets
juliet  logs in
juliet  < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
juliet  greets
juliet  > <iq type='set' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>
juliet  < <iq type='result' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>{=one}</jid></bind></iq>
juliet  > <message id='2' to='{one}'><body>Hi</body></message>
juliet  < <message id='2' from='{one}' to='{one}'><body>Hi</body></message>
