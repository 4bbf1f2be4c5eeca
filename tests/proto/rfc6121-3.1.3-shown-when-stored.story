title   RFC 6121 §3.1.3: a waiting request is shown only when it is stored
users   romeo
users   juliet, connected
fault   store.commit:1
romeo   > <presence type='subscribe' id='s1' to='{juliet}'/>
juliet  > <presence/>
romeo   < <presence type='error' id='s1' from='{juliet}'><error type='cancel'><internal-server-error xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   < <stream:error><reset xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   closed
juliet  < <stream:error><reset xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
log     ERROR cannot store: cannot commit
log     ERROR module=subscription: cannot store a stanza of {romeo/full}
log     WARNING account={romeo}: what is in memory was not stored
log     WARNING account={juliet}: what is in memory was not stored
juliet  connects
juliet  < nothing
