title   RFC 6120 §6.5.2: what is remembered of an account ends with each change
users   romeo juliet, connected
account juliet disabled gone fishing
juliet  < <stream:error><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
stream  juliet/b secure
juliet/b greets
juliet/b logs in
juliet/b < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><account-disabled/></failure>
command account passwd jid={romeo} password=other
stream  romeo/b secure
romeo/b greets
romeo/b logs in
romeo/b < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/></failure>
log     WARNING login failed account={romeo}
romeo/b logs in with SCRAM-SHA-1 password other
romeo/b binds b
account romeo deleted
romeo   < <stream:error><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   closed
romeo/b < <stream:error><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo/b closed
stream  romeo/c secure
romeo/c greets
romeo/c logs in with PLAIN password other
romeo/c < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/></failure>
log     WARNING login failed account={romeo}
