title   RFC 6121 §3.1.2: a request to a full address is a request to the account
users   romeo juliet
juliet/second connects
romeo   > <presence type='subscribe' to='{juliet/full}'/>
juliet  < <presence type='subscribe' from='{romeo}' to='{juliet}'/>
juliet/second < <presence type='subscribe' from='{romeo}' to='{juliet}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='none' ask='subscribe'/></query></iq>
