title   Clients' habits: whatever else stands in <bind/> is overlooked (Profanity sends <required/> back)
users   juliet, offline
stream  juliet secure
juliet  greets
juliet  logs in
juliet  < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
juliet  greets
juliet  > <iq type='set' id='1' to='{host}'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind' xmlns:x='urn:example:x' x:y='z'><required/><x:inline/><resource>home</resource></bind></iq>
juliet  < <iq type='result' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>{juliet/home}</jid></bind></iq>
