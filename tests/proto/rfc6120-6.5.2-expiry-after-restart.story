title   RFC 6120 §6.5.2: the time at which an account expires is kept
users   romeo, offline
command account expire jid={romeo} until=2026-11-21T06:31:00Z
restart
stream  romeo secure
romeo   greets
romeo   logs in
romeo   binds a
clock   +1m
romeo   < <stream:error><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   closed
