title   RFC 6121 §3.3.3: a request that was withdrawn is not shown any more
users   romeo
users   juliet, offline
romeo   > <presence type='subscribe' to='{juliet}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='none' ask='subscribe'/></query></iq>
romeo   > <presence type='unsubscribe' to='{juliet}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='none'/></query></iq>
juliet  connects
juliet  < nothing
