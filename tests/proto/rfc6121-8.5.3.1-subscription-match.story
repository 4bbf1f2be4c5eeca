title   RFC 6121 §8.5.3.1, §3: all four stanzas about subscriptions to a resource that is there are as to the account
users   romeo juliet
romeo   > <presence type='subscribe' to='{juliet/full}'/>
juliet  < <presence type='subscribe' from='{romeo}' to='{juliet}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='none' ask='subscribe'/></query></iq>
juliet  > <presence type='subscribed' to='{romeo/full}'/>
romeo   < <presence type='subscribed' from='{juliet}' to='{romeo}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='to'/></query></iq>
romeo   < <presence from='{juliet/full}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='from'/></query></iq>
romeo   > <presence type='unsubscribe' to='{juliet/full}'/>
juliet  < <presence type='unsubscribe' from='{romeo}' to='{juliet}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='none'/></query></iq>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='none'/></query></iq>
romeo   < <presence type='unavailable' from='{juliet/full}'/>
romeo   > <presence type='subscribe' to='{juliet/full}'/>
juliet  < <presence type='subscribe' from='{romeo}' to='{juliet}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='none' ask='subscribe'/></query></iq>
juliet  > <presence type='unsubscribed' to='{romeo/full}'/>
romeo   < <presence type='unsubscribed' from='{juliet}' to='{romeo}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='none'/></query></iq>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='none'/></query></iq>
