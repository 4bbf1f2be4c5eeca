title   XEP-0191 §3.3, durable before visible: a block that cannot be stored is not confirmed, and does not stand
users   romeo juliet, friends
fault   store.commit:1
romeo   > <iq type='set' id='1'><block xmlns='urn:xmpp:blocking'><item jid='{juliet}'/></block></iq>
juliet  <~ <presence type='unavailable' from='{romeo/full}'/>
romeo   < <iq type='error' id='1'><error type='cancel'><internal-server-error xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   < <stream:error><reset xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   closed
# Now for her who is not blocked: the session is gone.
juliet  <~ <presence type='unavailable' from='{romeo/full}'/>
log     ERROR cannot store: cannot commit
log     ERROR module=blocking: cannot store a stanza of {romeo/full}
log     WARNING account={romeo}: what is in memory was not stored
romeo   connects
romeo   > <iq type='get' id='2'><blocklist xmlns='urn:xmpp:blocking'/></iq>
romeo   < <iq type='result' id='2'><blocklist xmlns='urn:xmpp:blocking'/></iq>
