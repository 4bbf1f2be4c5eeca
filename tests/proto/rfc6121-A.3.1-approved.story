title   RFC 6121 §A.3.1 note 1, §3.4.2: an inbound subscribe where it was approved in advance, in each state in which that can be
users   juliet none out to unasked, offline
roster  juliet none none approved
roster  juliet out none out approved
roster  juliet to to approved
roster  juliet unasked none
juliet  connects
none    connects
out     connects
to      connects
unasked connects
none    > <presence type='subscribe' id='1' to='{juliet}'/>
none    < <presence type='subscribed' id='1' from='{juliet}' to='{none}'/>
none    < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='to'/></query></iq>
none    < <presence from='{juliet/full}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{none}' subscription='from' approved='true'/></query></iq>
out     > <presence type='subscribe' id='2' to='{juliet}'/>
out     < <presence type='subscribed' id='2' from='{juliet}' to='{out}'/>
out     < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='to'/></query></iq>
out     < <presence from='{juliet/full}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{out}' subscription='from' ask='subscribe' approved='true'/></query></iq>
to      > <presence type='subscribe' id='3' to='{juliet}'/>
to      < <presence type='subscribed' id='3' from='{juliet}' to='{to}'/>
to      < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='to'/></query></iq>
to      < <presence from='{juliet/full}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{to}' subscription='both' approved='true'/></query></iq>
# 3.1.3 rule 1: nobody else is approved.
unasked > <presence type='subscribe' id='4' to='{juliet}'/>
unasked < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='none' ask='subscribe'/></query></iq>
juliet  < <presence type='subscribe' id='4' from='{unasked}' to='{juliet}'/>
