title   RFC 6120 §6.5.2: the last day that a date can name is valid to its end, and shown as that
users   romeo, offline
command account expire jid={romeo} until=9999-12-31
answer  account.expires_at = 9999-12-31T23:59:59Z
romeo   connects
