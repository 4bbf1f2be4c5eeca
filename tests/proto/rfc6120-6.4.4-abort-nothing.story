title   RFC 6120 §6.4.4: an abort is answered with aborted, also when there was nothing to abort
users   juliet, offline
stream  juliet secure
juliet  greets
juliet  > <abort xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
juliet  < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><aborted/></failure>
juliet  logs in
juliet  < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
