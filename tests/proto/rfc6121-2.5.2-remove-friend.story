title   RFC 6121 §2.5.2: removing a friend ends both subscriptions, and each sees the other go offline
users   romeo juliet, friends
juliet  > <iq type='set' id='1'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='remove'/></query></iq>
juliet  < <iq type='result' id='1'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='remove'/></query></iq>
juliet  < <presence type='unavailable' from='{romeo/full}'/>
romeo   < <presence type='unsubscribe' from='{juliet}' to='{romeo}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='to'/></query></iq>
romeo   < <presence type='unavailable' from='{juliet/full}'/>
romeo   < <presence type='unsubscribed' from='{juliet}' to='{romeo}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='none'/></query></iq>
juliet  > <presence><show>away</show></presence>
juliet  < <presence from='{juliet/full}'><show>away</show></presence>
romeo   < nothing
