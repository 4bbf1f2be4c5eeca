title   RFC 6121 §3.3.2, §3.3.3: unsubscribing reaches the contact before the push, and the contact goes offline for the user
users   romeo juliet, friends
romeo   > <presence type='unsubscribe' id='u1' to='{juliet}'/>
juliet  < <presence type='unsubscribe' id='u1' from='{romeo}' to='{juliet}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='to'/></query></iq>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='from'/></query></iq>
romeo   < <presence type='unavailable' from='{juliet/full}'/>
juliet  > <presence><show>away</show></presence>
juliet  < <presence from='{juliet/full}'><show>away</show></presence>
romeo   < nothing
