title   RFC 6120 §6.4.2, §6.4.5: logins that are begun and dropped count as tries
option  login_tries = 2
users   juliet, offline
stream  juliet secure
juliet  greets
juliet  > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'/>
juliet  < <challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
juliet  > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'/>
juliet  < <challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
juliet  > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'/>
juliet  < <challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
juliet  > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'/>
juliet  < <stream:error><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
