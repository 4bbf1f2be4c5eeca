title   RFC 6120 §6.5.2: who knows the password learns that the account is disabled
users   juliet, offline
stream  juliet secure
juliet  greets
account juliet disabled left the house
juliet  logs in
juliet  < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><account-disabled/></failure>
juliet  logs in with SCRAM-SHA-256
juliet  < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><account-disabled/></failure>
juliet  logs in with PLAIN password wrong
juliet  < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/></failure>
log     WARNING login failed account={juliet}
