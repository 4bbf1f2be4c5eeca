title   RFC 6120 §7.1: binding is a set; a get is none
users   juliet, offline
stream  juliet secure
juliet  greets
juliet  logs in
juliet  < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
juliet  greets
juliet  > <iq type='get' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>
juliet  < <stream:error><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
