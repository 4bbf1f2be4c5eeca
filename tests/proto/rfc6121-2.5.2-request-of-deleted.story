title   RFC 6121 §2.5.2: requests of an account that is deleted are withdrawn, from who is here and from who is not
users   romeo nurse
users   benvolio, offline
romeo   > <presence type='subscribe' to='{nurse}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{nurse}' subscription='none' ask='subscribe'/></query></iq>
nurse   < <presence type='subscribe' from='{romeo}'/>
romeo   > <presence type='subscribe' to='{benvolio}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{benvolio}' subscription='none' ask='subscribe'/></query></iq>
romeo   disconnects
account romeo deleted
nurse   < <presence type='unsubscribe' from='{romeo}'/>
nurse/phone connects
nurse/phone < nothing
benvolio connects
benvolio < nothing
restart
nurse   connects
nurse   < nothing
benvolio connects
benvolio < nothing
