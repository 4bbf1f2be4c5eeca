title   RFC 6120 §13.11: who has no account learns nothing else than who has a wrong password
stream  nobody secure
nobody  greets
nobody  logs in
nobody  < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/></failure>
log     WARNING login failed account=nobody@{host} mechanism=PLAIN
nobody  logs in with SCRAM-SHA-256
nobody  < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/></failure>
log     WARNING login failed account=nobody@{host} mechanism=SCRAM-SHA-256
nobody  logs in with SCRAM-SHA-1
nobody  < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/></failure>
log     WARNING login failed account=nobody@{host} mechanism=SCRAM-SHA-1
