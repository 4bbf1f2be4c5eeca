title   RFC 6121 §3.4.2: an approved request is answered by the server and not shown to the user
users   romeo juliet
juliet  > <presence type='subscribed' to='{romeo}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='none' approved='true'/></query></iq>
romeo   < nothing
romeo   > <presence type='subscribe' id='s1' to='{juliet}'/>
romeo   < <presence type='subscribed' id='s1' from='{juliet}' to='{romeo}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='to'/></query></iq>
romeo   < <presence from='{juliet/full}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='from' approved='true'/></query></iq>
juliet  < nothing
