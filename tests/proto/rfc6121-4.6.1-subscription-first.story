title   RFC 6121 §4.6.1: a subscription takes precedence over directed presence, when it begins and when it ends
users   romeo juliet
romeo   > <presence to='{juliet}'/>
juliet  < <presence from='{romeo/full}' to='{juliet}'/>
juliet  > <presence type='subscribe' to='{romeo}'/>
romeo   < <presence type='subscribe' from='{juliet}' to='{romeo}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='none' ask='subscribe'/></query></iq>
romeo   > <presence type='subscribed' to='{juliet}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='from'/></query></iq>
juliet  < <presence type='subscribed' from='{romeo}' to='{juliet}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='to'/></query></iq>
juliet  < <presence from='{romeo/full}'/>
romeo   > <presence><show>away</show></presence>
romeo   < <presence from='{romeo/full}'><show>away</show></presence>
juliet  < <presence from='{romeo/full}'><show>away</show></presence>
romeo   > <presence to='{juliet}'><show>chat</show></presence>
juliet  < <presence from='{romeo/full}' to='{juliet}'><show>chat</show></presence>
romeo   > <presence type='unsubscribed' to='{juliet}'/>
juliet  < <presence type='unavailable' from='{romeo/full}'/>
juliet  < <presence type='unsubscribed' from='{romeo}' to='{juliet}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='none'/></query></iq>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='none'/></query></iq>
romeo   > <presence><show>dnd</show></presence>
romeo   < <presence from='{romeo/full}'><show>dnd</show></presence>
juliet  < nothing
romeo   breaks
juliet  < nothing
