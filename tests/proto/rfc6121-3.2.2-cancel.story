title   RFC 6121 §3.2.2, §3.2.3: who cancels goes offline for the other first, then unsubscribed, then the push
users   romeo juliet, friends
juliet  > <presence type='unsubscribed' id='c1' to='{romeo}'/>
romeo   < <presence type='unavailable' from='{juliet/full}'/>
romeo   < <presence type='unsubscribed' id='c1' from='{juliet}' to='{romeo}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='from'/></query></iq>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='to'/></query></iq>
juliet  > <presence><show>away</show></presence>
juliet  < <presence from='{juliet/full}'><show>away</show></presence>
romeo   < nothing
romeo   > <presence><show>away</show></presence>
romeo   < <presence from='{romeo/full}'><show>away</show></presence>
juliet  < <presence from='{romeo/full}'><show>away</show></presence>
