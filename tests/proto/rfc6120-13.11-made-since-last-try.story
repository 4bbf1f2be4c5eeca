title   RFC 6120 §13.11: who was nobody a moment ago may log in when the account is made
users   romeo, offline
stream  juliet secure
juliet  greets
juliet  logs in
juliet  < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/></failure>
log     WARNING login failed account=juliet@{host}
command account add jid=juliet@{host} password=secret
juliet  logs in
juliet  binds a
