title   RFC 6120 §6.5.11: after too many wrong passwords the account has to wait, whatever the password, but not for ever
option  login_failures_per_account = 2
option  login_penalty = 15s
users   juliet, offline
stream  juliet secure
juliet  greets
juliet  logs in with PLAIN password wrong
juliet  < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/></failure>
log     WARNING login failed account={juliet}
juliet  logs in with PLAIN password wrong
juliet  < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/></failure>
log     WARNING login failed account={juliet}
juliet  logs in
juliet  < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><temporary-auth-failure/></failure>
log     WARNING login refused account={juliet}
clock   +15s
juliet  logs in
juliet  < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
