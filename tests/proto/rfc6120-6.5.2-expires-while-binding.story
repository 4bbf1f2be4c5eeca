title   RFC 6120 §6.5.2: who logged in before the account expired and binds after it is not let in
users   romeo, offline
command account expire jid={romeo} until=2026-11-21T06:30:10Z
stream  romeo secure
romeo   greets
romeo   logs in
romeo   < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
romeo   greets
clock   +15s
romeo   > <iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>
romeo   < <stream:error><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   closed
