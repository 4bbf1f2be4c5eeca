title   RFC 6121 §3.4.2: the approval holds while the user is away
users   romeo juliet
juliet  > <presence type='subscribed' to='{romeo}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='none' approved='true'/></query></iq>
juliet  disconnects
romeo   > <presence type='subscribe' to='{juliet}'/>
romeo   < <presence type='subscribed' from='{juliet}' to='{romeo}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='to'/></query></iq>
romeo   < nothing
