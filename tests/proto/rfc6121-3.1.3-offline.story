title   RFC 6121 §3.1.3: a request waits for the contact, is kept once, and comes again until it is answered
users   romeo
users   juliet, offline
romeo   > <presence type='subscribe' id='s1' to='{juliet}'><status>First</status></presence>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='none' ask='subscribe'/></query></iq>
romeo   > <presence type='subscribe' id='s2' to='{juliet}'><status>Second</status></presence>
romeo   < nothing
juliet  connects
juliet  < <presence type='subscribe' id='s1' from='{romeo}' to='{juliet}'><status>First</status></presence>
juliet  < nothing
juliet  > <presence type='unavailable'/>
juliet  < <presence type='unavailable' from='{juliet/full}'/>
juliet  > <presence/>
juliet  < <presence from='{juliet/full}'/>
juliet  < <presence type='subscribe' id='s1' from='{romeo}' to='{juliet}'><status>First</status></presence>
juliet  > <presence type='unsubscribed' to='{romeo}'/>
romeo   < <presence type='unsubscribed' from='{juliet}' to='{romeo}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='none'/></query></iq>
juliet  > <presence type='unavailable'/>
juliet  < <presence type='unavailable' from='{juliet/full}'/>
juliet  > <presence/>
juliet  < <presence from='{juliet/full}'/>
juliet  < nothing
