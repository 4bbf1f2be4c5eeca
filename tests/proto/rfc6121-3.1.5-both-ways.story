title   RFC 6121 §3.1.5: two requests and two approvals make a mutual subscription
users   romeo juliet
romeo   > <presence type='subscribe' to='{juliet}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='none' ask='subscribe'/></query></iq>
juliet  < <presence type='subscribe' from='{romeo}' to='{juliet}'/>
juliet  > <presence type='subscribe' to='{romeo}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='none' ask='subscribe'/></query></iq>
romeo   < <presence type='subscribe' from='{juliet}' to='{romeo}'/>
juliet  > <presence type='subscribed' to='{romeo}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='from' ask='subscribe'/></query></iq>
romeo   < <presence type='subscribed' from='{juliet}' to='{romeo}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='to'/></query></iq>
romeo   < <presence from='{juliet/full}'/>
romeo   > <presence type='subscribed' to='{juliet}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='both'/></query></iq>
juliet  < <presence type='subscribed' from='{romeo}' to='{juliet}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='both'/></query></iq>
juliet  < <presence from='{romeo/full}'/>
