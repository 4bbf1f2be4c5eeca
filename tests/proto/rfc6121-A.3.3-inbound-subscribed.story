title   RFC 6121 §A.3.3: what an inbound subscribed does in each of the nine states of the recipient's roster, and whether it is delivered
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
roster  none juliet none in
roster  out juliet none in
roster  in juliet none in
roster  outin juliet none in
roster  to juliet none in
roster  toin juliet none in
roster  from juliet none in
roster  fromout juliet none in
roster  both juliet none in
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
none    > <presence type='subscribed' id='s-none' to='{juliet}'/>
juliet  < nothing
# None + Pending Out
out     > <presence type='subscribed' id='s-out' to='{juliet}'/>
juliet  < <presence type='subscribed' id='s-out' from='{out}' to='{juliet}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{out}' subscription='to'/></query></iq>
juliet  < nothing
# None + Pending In
in      > <presence type='subscribed' id='s-in' to='{juliet}'/>
juliet  < nothing
# None + Pending Out+In
outin   > <presence type='subscribed' id='s-outin' to='{juliet}'/>
juliet  < <presence type='subscribed' id='s-outin' from='{outin}' to='{juliet}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{outin}' subscription='to'/></query></iq>
juliet  < nothing
# To
to      > <presence type='subscribed' id='s-to' to='{juliet}'/>
juliet  < nothing
# To + Pending In
toin    > <presence type='subscribed' id='s-toin' to='{juliet}'/>
juliet  < nothing
# From
from    > <presence type='subscribed' id='s-from' to='{juliet}'/>
juliet  < nothing
# From + Pending Out
fromout > <presence type='subscribed' id='s-fromout' to='{juliet}'/>
juliet  < <presence type='subscribed' id='s-fromout' from='{fromout}' to='{juliet}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{fromout}' subscription='both'/></query></iq>
juliet  < nothing
# Both
both    > <presence type='subscribed' id='s-both' to='{juliet}'/>
juliet  < nothing
# What the roster says now.
juliet  > <iq type='get' id='r'><query xmlns='jabber:iq:roster'/></iq>
juliet  < <iq type='result' id='r'><query xmlns='jabber:iq:roster'>
        <item jid='{out}' subscription='to'/>
        <item jid='{in}' subscription='none'/>
        <item jid='{outin}' subscription='to'/>
        <item jid='{to}' subscription='to'/>
        <item jid='{toin}' subscription='to'/>
        <item jid='{from}' subscription='from'/>
        <item jid='{fromout}' subscription='both'/>
        <item jid='{both}' subscription='both'/></query></iq>
# Requests that wait come again.
restart
juliet  connects
juliet  <~ <presence type='subscribe' from='{in}' to='{juliet}'/>
juliet  <~ <presence type='subscribe' from='{outin}' to='{juliet}'/>
juliet  <~ <presence type='subscribe' from='{toin}' to='{juliet}'/>
juliet  < nothing
