title   RFC 6121 §3.1.2: both rosters know of a request whose sender is gone before the contact's roster was read
option  account_cache = 0
users   romeo
users   juliet, offline
stream  mercutio
romeo   > <presence type='subscribe' to='{juliet}'/>
mercutio >> <?xml
romeo   > <message to='{host}' type='error'/>
stop
romeo   < <stream:error><system-shutdown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   closed
mercutio < <stream:stream from='{host}' id='*' version='1.0' xml:lang='en'>
mercutio < <stream:error><system-shutdown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
mercutio closed
restart
juliet  connects
juliet  < <presence type='subscribe' from='{romeo}' to='{juliet}'/>
romeo   connects without presence
romeo   > <iq type='get' id='1'><query xmlns='jabber:iq:roster'/></iq>
romeo   < <iq type='result' id='1'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='none' ask='subscribe'/></query></iq>
