title   RFC 6120 §6.5.2: what is no date changes nothing
users   romeo, offline
command account expire jid={romeo} until=tomorrow
answer  error = bad-request
command account expire jid={romeo} until=2026-02-30
answer  error = bad-request
command account expire jid={romeo} until=1970-01-0
answer  error = bad-request
command account expire jid={romeo} until=1969-01-01
answer  error = bad-request
command account expire jid=nobody@{host} until=2026-11-20
answer  error = item-not-found
command account list
answer  accounts.0.expires_at = {=never}
romeo   connects
