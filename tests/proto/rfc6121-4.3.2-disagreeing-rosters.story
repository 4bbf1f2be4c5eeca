title   RFC 6121 §4.3.2 rule 1: who believes to be subscribed and is not learns it at login or by a probe, and approvals in advance stay
users   romeo juliet mercutio, offline
roster  romeo juliet to
roster  romeo mercutio to
roster  juliet romeo none approved
juliet  connects
romeo   connects
romeo   < <presence type='unsubscribed' from='{juliet}' to='{romeo}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='none'/></query></iq>
juliet  < nothing
romeo   > <presence type='probe' id='p1' to='{mercutio}'/>
romeo   < <presence type='unsubscribed' id='p1' from='{mercutio}' to='{romeo}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{mercutio}' subscription='none'/></query></iq>
juliet  > <iq type='get' id='1'><query xmlns='jabber:iq:roster'/></iq>
juliet  < <iq type='result' id='1'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='none' approved='true'/></query></iq>
romeo   > <presence type='subscribe' id='s1' to='{juliet}'/>
romeo   < <presence type='subscribed' id='s1' from='{juliet}' to='{romeo}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='to'/></query></iq>
romeo   < <presence from='{juliet/full}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='from' approved='true'/></query></iq>
