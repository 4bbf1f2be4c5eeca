title   RFC 6120 §4.9.3.8: what the server cannot do for reasons of its own it says
users   juliet, offline
restart
stream  juliet secure
juliet  greets
juliet  logs in
juliet  < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
juliet  greets
database ALTER TABLE roster RENAME TO lost; UPDATE users SET is_admin = 0
juliet  > <iq type='set' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>
juliet  < <stream:error><internal-server-error xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
log     ERROR query failed: roster.load
log     ERROR cannot read the data of mod_roster
