title   RFC 6121 §A.3.1: what an inbound subscribe does in each of the nine states of the recipient's roster, and whether it is delivered
# Each sender has the name of the state that it has in juliet's roster, and is itself in one where it is routed.
users   juliet none out in outin to toin from fromout both, offline
roster  juliet out none out
roster  juliet in none in
roster  juliet outin none out in
roster  juliet to to
roster  juliet toin to in
roster  juliet from from
roster  juliet fromout from out
roster  juliet both both
juliet  connects
juliet  <~ <presence type='subscribe' from='{in}' to='{juliet}'/>
juliet  <~ <presence type='subscribe' from='{outin}' to='{juliet}'/>
juliet  <~ <presence type='subscribe' from='{toin}' to='{juliet}'/>
none connects without presence
out connects without presence
in connects without presence
outin connects without presence
to connects without presence
toin connects without presence
from connects
fromout connects
both connects
# None
none    > <presence type='subscribe' id='s-none' to='{juliet}'/>
juliet  < <presence type='subscribe' id='s-none' from='{none}' to='{juliet}'/>
juliet  < nothing
# None + Pending Out
out     > <presence type='subscribe' id='s-out' to='{juliet}'/>
juliet  < <presence type='subscribe' id='s-out' from='{out}' to='{juliet}'/>
juliet  < nothing
# None + Pending In
in      > <presence type='subscribe' id='s-in' to='{juliet}'/>
juliet  < nothing
# None + Pending Out+In
outin   > <presence type='subscribe' id='s-outin' to='{juliet}'/>
juliet  < nothing
# To
to      > <presence type='subscribe' id='s-to' to='{juliet}'/>
juliet  < <presence type='subscribe' id='s-to' from='{to}' to='{juliet}'/>
juliet  < nothing
# To + Pending In
toin    > <presence type='subscribe' id='s-toin' to='{juliet}'/>
juliet  < nothing
# From
from    > <presence type='subscribe' id='s-from' to='{juliet}'/>
juliet  < nothing
from    < <presence type='subscribed' id='s-from' from='{juliet}' to='{from}'/>
from    < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='to'/></query></iq>
from    < <presence from='{juliet/full}' to='{from}'/>
# From + Pending Out
fromout > <presence type='subscribe' id='s-fromout' to='{juliet}'/>
juliet  < nothing
fromout < <presence type='subscribed' id='s-fromout' from='{juliet}' to='{fromout}'/>
fromout < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='to'/></query></iq>
fromout < <presence from='{juliet/full}' to='{fromout}'/>
# Both
both    > <presence type='subscribe' id='s-both' to='{juliet}'/>
juliet  < nothing
both    < <presence type='subscribed' id='s-both' from='{juliet}' to='{both}'/>
both    < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='to'/></query></iq>
both    < <presence from='{juliet/full}' to='{both}'/>
# What the roster says now.
juliet  > <iq type='get' id='r'><query xmlns='jabber:iq:roster'/></iq>
juliet  < <iq type='result' id='r'><query xmlns='jabber:iq:roster'>
        <item jid='{out}' subscription='none' ask='subscribe'/>
        <item jid='{in}' subscription='none'/>
        <item jid='{outin}' subscription='none' ask='subscribe'/>
        <item jid='{to}' subscription='to'/>
        <item jid='{toin}' subscription='to'/>
        <item jid='{from}' subscription='from'/>
        <item jid='{fromout}' subscription='from' ask='subscribe'/>
        <item jid='{both}' subscription='both'/></query></iq>
# Requests that wait come again.
restart
juliet  connects
juliet  <~ <presence type='subscribe' from='{none}' to='{juliet}'/>
juliet  <~ <presence type='subscribe' from='{out}' to='{juliet}'/>
juliet  <~ <presence type='subscribe' from='{in}' to='{juliet}'/>
juliet  <~ <presence type='subscribe' from='{outin}' to='{juliet}'/>
juliet  <~ <presence type='subscribe' from='{to}' to='{juliet}'/>
juliet  <~ <presence type='subscribe' from='{toin}' to='{juliet}'/>
juliet  < nothing
