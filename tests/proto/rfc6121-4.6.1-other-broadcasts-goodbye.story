title   RFC 6121 §4.6.1: a resource that goes offline for its subscribers is not told when who showed it directed presence goes
users   romeo juliet
romeo   > <presence type='subscribe' to='{juliet}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='none' ask='subscribe'/></query></iq>
juliet  < <presence type='subscribe' from='{romeo}' to='{juliet}'/>
juliet  > <presence type='subscribed' to='{romeo}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='from'/></query></iq>
romeo   < <presence type='subscribed' from='{juliet}' to='{romeo}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='to'/></query></iq>
romeo   < <presence from='{juliet/full}'/>
romeo   > <presence to='{juliet/full}'/>
juliet  < <presence from='{romeo/full}' to='{juliet/full}'/>
juliet  > <presence type='unavailable'/>
juliet  < <presence type='unavailable' from='{juliet/full}'/>
romeo   < <presence type='unavailable' from='{juliet/full}'/>
romeo   breaks
juliet  < nothing
