title   RFC 6121 §2.5.2: a removal that is not stored changes neither roster and is shown to nobody
users   romeo juliet, friends
fault   store.commit:1
juliet  > <iq type='set' id='1'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='remove'/></query></iq>
juliet  < <iq type='error' id='1'><error type='cancel'><internal-server-error xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  < <stream:error><reset xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
romeo   < <stream:error><reset xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   closed
log     ERROR cannot store: cannot commit
log     ERROR module=roster: cannot store a stanza of {juliet/full}
log     WARNING account={romeo}: what is in memory was not stored
log     WARNING account={juliet}: what is in memory was not stored
romeo   connects
romeo   > <iq type='get' id='2'><query xmlns='jabber:iq:roster'/></iq>
romeo   < <iq type='result' id='2'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='both'/></query></iq>
juliet  connects
juliet  > <iq type='get' id='3'><query xmlns='jabber:iq:roster'/></iq>
juliet  < <iq type='result' id='3'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='both'/></query></iq>
