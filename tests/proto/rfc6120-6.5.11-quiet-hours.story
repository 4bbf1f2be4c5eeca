title   RFC 6120 §6.5.11: in quiet hours people cannot log in, and are told until when; administrators can
option  quiet_hours = 06:00-07:00
option  quiet_hours_zone = UTC
option  quiet_hours_exempt = nurse@verona.example
option  admins = escalus@verona.example
users   romeo escalus nurse, offline
stream  romeo secure
romeo   greets
romeo   logs in
romeo   < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><temporary-auth-failure/><text xml:lang='en'>It is quiet time until 07:00; you can log in again then</text></failure>
romeo   logs in with PLAIN password wrong
romeo   < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/></failure>
log     WARNING login failed account={romeo}
escalus connects
nurse   connects
romeo   < nothing
clock   +31m
romeo   < <stream:error><connection-timeout xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   closed
escalus < nothing
nurse   < nothing
romeo/b connects
