title   RFC 6121 §8.5.3.1, durable before visible: a new subscriber's question goes to a client only when the subscription is stored
users   romeo juliet
romeo   > <presence type='subscribe' to='{juliet}'/>
juliet  < <presence type='subscribe' from='{romeo}' to='{juliet}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='none' ask='subscribe'/></query></iq>
fault   store.commit:1
juliet  > <presence type='subscribed' id='s1' to='{romeo}'/>
romeo   > <iq type='get' id='q1' to='{juliet/full}'><query xmlns='jabber:iq:version'/></iq>
juliet  < <presence type='error' id='s1' from='{romeo}'><error type='cancel'><internal-server-error xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
juliet  < <stream:error><reset xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
romeo   < <stream:error><reset xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   closed
log     ERROR cannot store: cannot commit
log     ERROR module=subscription: cannot store a stanza of {juliet/full}
log     WARNING account={romeo}: what is in memory was not stored
log     WARNING account={juliet}: what is in memory was not stored
