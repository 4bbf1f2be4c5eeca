title   RFC 6120 §6.4, RFC 7677 §3.1: a key that is missing is made when the password is seen
users   romeo juliet, offline
database DELETE FROM user_keys WHERE local = 'romeo' AND mechanism = 'SCRAM-SHA-1'
database DELETE FROM user_keys WHERE local = 'juliet' AND mechanism = 'SCRAM-SHA-256'
stream  romeo secure
romeo   greets
romeo   logs in with SCRAM-SHA-1
romeo   < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/></failure>
log     WARNING login failed account={romeo}
romeo   logs in with PLAIN
romeo   binds a
romeo/b connects without presence
stream  romeo/c secure
romeo/c greets
romeo/c logs in with SCRAM-SHA-1
romeo/c binds c
stream  juliet secure
juliet  greets
juliet  logs in with PLAIN password wrong
juliet  < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/></failure>
log     WARNING login failed account={juliet}
juliet  logs in with PLAIN
juliet  binds a
stream  juliet/b secure
juliet/b greets
juliet/b logs in with SCRAM-SHA-256
juliet/b binds b
