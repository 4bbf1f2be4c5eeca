title   RFC 6120 §6.5.10: a wrong password is not authorized, and may be tried again
users   juliet, offline
stream  juliet secure
juliet  greets
juliet  logs in with PLAIN password wrong
juliet  < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/></failure>
log     WARNING login failed account={juliet} mechanism=PLAIN address=memory
juliet  logs in
juliet  < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
