title   RFC 6121 §A.3.2: what an inbound unsubscribe does in each of the nine states of the recipient's roster, and whether it is delivered
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
from connects without presence
fromout connects without presence
both connects without presence
# None
none    > <presence type='unsubscribe' id='s-none' to='{juliet}'/>
juliet  < nothing
# None + Pending Out
out     > <presence type='unsubscribe' id='s-out' to='{juliet}'/>
juliet  < nothing
# None + Pending In
in      > <presence type='unsubscribe' id='s-in' to='{juliet}'/>
juliet  < <presence type='unsubscribe' id='s-in' from='{in}' to='{juliet}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{in}' subscription='none'/></query></iq>
juliet  < nothing
# None + Pending Out+In
outin   > <presence type='unsubscribe' id='s-outin' to='{juliet}'/>
juliet  < <presence type='unsubscribe' id='s-outin' from='{outin}' to='{juliet}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{outin}' subscription='none' ask='subscribe'/></query></iq>
juliet  < nothing
# To
to      > <presence type='unsubscribe' id='s-to' to='{juliet}'/>
juliet  < nothing
# To + Pending In
toin    > <presence type='unsubscribe' id='s-toin' to='{juliet}'/>
juliet  < <presence type='unsubscribe' id='s-toin' from='{toin}' to='{juliet}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{toin}' subscription='to'/></query></iq>
juliet  < nothing
# From
from    > <presence type='unsubscribe' id='s-from' to='{juliet}'/>
juliet  < <presence type='unsubscribe' id='s-from' from='{from}' to='{juliet}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{from}' subscription='none'/></query></iq>
juliet  < nothing
# From + Pending Out
fromout > <presence type='unsubscribe' id='s-fromout' to='{juliet}'/>
juliet  < <presence type='unsubscribe' id='s-fromout' from='{fromout}' to='{juliet}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{fromout}' subscription='none' ask='subscribe'/></query></iq>
juliet  < nothing
# Both
both    > <presence type='unsubscribe' id='s-both' to='{juliet}'/>
juliet  < <presence type='unsubscribe' id='s-both' from='{both}' to='{juliet}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{both}' subscription='to'/></query></iq>
juliet  < nothing
# What the roster says now.
juliet  > <iq type='get' id='r'><query xmlns='jabber:iq:roster'/></iq>
juliet  < <iq type='result' id='r'><query xmlns='jabber:iq:roster'>
        <item jid='{out}' subscription='none' ask='subscribe'/>
        <item jid='{in}' subscription='none'/>
        <item jid='{outin}' subscription='none' ask='subscribe'/>
        <item jid='{to}' subscription='to'/>
        <item jid='{toin}' subscription='to'/>
        <item jid='{from}' subscription='none'/>
        <item jid='{fromout}' subscription='none' ask='subscribe'/>
        <item jid='{both}' subscription='to'/></query></iq>
# Requests that wait come again.
restart
juliet  connects
juliet  < nothing
