title   RFC 6120 §7.5, §7.6: the resources that the server makes differ
users   juliet, offline
stream  juliet/1 secure
juliet/1 greets
juliet/1 logs in
juliet/1 < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
juliet/1 greets
juliet/1 > <iq type='set' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>
juliet/1 < <iq type='result' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>{=one}</jid></bind></iq>
stream  juliet/2 secure
juliet/2 greets
juliet/2 logs in
juliet/2 < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
juliet/2 greets
juliet/2 > <iq type='set' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>
juliet/2 < <iq type='result' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>!{one}</jid></bind></iq>
juliet/1 < nothing
