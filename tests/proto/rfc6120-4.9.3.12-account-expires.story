title   RFC 6120 §4.9.3.12: when an account expires its sessions end, with a sentence
users   romeo juliet, friends
command account expire jid={juliet} until=2026-11-23T12:00:00Z
clock   +53h
clock   +29m
juliet  < nothing
clock   +1m
juliet  < <stream:error><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-streams'/><text xml:lang='en' xmlns='urn:ietf:params:xml:ns:xmpp-streams'>This account was valid until 2026-11-23 12:00 (UTC); ask the administrator</text></stream:error>
juliet  closed
romeo   < <presence type='unavailable' from='{juliet/full}'/>
command account expire jid={romeo} until=2026-11-24
command account expire jid={romeo} until=never
clock   +40h
romeo   < nothing
command account expire jid={romeo} until=2026-11-24
romeo   < <stream:error><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   closed
