title   RFC 6120 §6.4.5: a connection has a number of tries, then it ends
option  login_tries = 2
users   juliet, offline
stream  juliet secure
juliet  greets
juliet  logs in with PLAIN password wrong
juliet  < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/></failure>
log     WARNING login failed account={juliet}
juliet  logs in with PLAIN password wrong
juliet  < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/></failure>
log     WARNING login failed account={juliet}
juliet  logs in with PLAIN password wrong
juliet  < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/></failure>
log     WARNING login failed account={juliet}
juliet  < <stream:error><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
