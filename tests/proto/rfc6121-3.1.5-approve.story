title   RFC 6121 §3.1.5, §3.1.6: approval reaches the user before the push, then the contact's presence
users   romeo juliet
romeo   > <presence type='subscribe' to='{juliet}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='none' ask='subscribe'/></query></iq>
juliet  < <presence type='subscribe' from='{romeo}' to='{juliet}'/>
juliet  > <presence type='subscribed' id='s2' to='{romeo}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='from'/></query></iq>
romeo   < <presence type='subscribed' id='s2' from='{juliet}' to='{romeo}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='to'/></query></iq>
romeo   < <presence from='{juliet/full}'/>
juliet  > <presence><show>dnd</show></presence>
juliet  < <presence from='{juliet/full}'><show>dnd</show></presence>
romeo   < <presence from='{juliet/full}' to='{romeo}'><show>dnd</show></presence>
romeo   > <presence><show>away</show></presence>
romeo   < <presence from='{romeo/full}'><show>away</show></presence>
juliet  < nothing
