title   RFC 6120 §6.5.10: a wrong proof is not authorized
users   juliet, offline
stream  juliet secure
juliet  greets
juliet  logs in with SCRAM-SHA-256 password wrong
juliet  < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/></failure>
log     WARNING login failed account={juliet} mechanism=SCRAM-SHA-256 address=memory
juliet  logs in with SCRAM-SHA-1 password wrong
juliet  < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/></failure>
log     WARNING login failed account={juliet} mechanism=SCRAM-SHA-1 address=memory
