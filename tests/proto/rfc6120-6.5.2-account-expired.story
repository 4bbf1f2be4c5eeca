title   RFC 6120 §6.5.2: an account that has expired cannot log in, and its owner is told; prolonged, it can
users   romeo juliet, offline
command account expire jid={romeo} until=2026-11-20
command account list
answer  accounts.1.expires_at = 2026-11-21T00:00:00Z
stream  romeo secure
romeo   greets
romeo   logs in
romeo   < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><account-disabled/><text xml:lang='en'>This account was valid until 2026-11-21 00:00 (UTC); ask the administrator</text></failure>
romeo   logs in with PLAIN password wrong
romeo   < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/></failure>
log     WARNING login failed account={romeo}
romeo   logs in with SCRAM-SHA-256
romeo   < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><account-disabled/></failure>
command account expire jid={romeo} until=2027-07-31T15:00:00+02:00
answer  account.expires_at = 2027-07-31T13:00:00Z
romeo   logs in
romeo   binds a
command account expire jid={juliet} until=2026-11-20
command account expire jid={juliet} until=never
stream  juliet secure
juliet  greets
juliet  logs in with SCRAM-SHA-1
juliet  binds a
