title   RFC 6121 §A.3.4: what an inbound unsubscribed does in each of the nine states of the recipient's roster, and whether it is delivered
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
roster  none juliet from
roster  out juliet from
roster  in juliet from
roster  outin juliet from
roster  to juliet from
roster  toin juliet from
roster  from juliet from
roster  fromout juliet from
roster  both juliet from
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
none    > <presence type='unsubscribed' id='s-none' to='{juliet}'/>
juliet  < nothing
# None + Pending Out
out     > <presence type='unsubscribed' id='s-out' to='{juliet}'/>
juliet  < <presence type='unsubscribed' id='s-out' from='{out}' to='{juliet}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{out}' subscription='none'/></query></iq>
juliet  < nothing
# None + Pending In
in      > <presence type='unsubscribed' id='s-in' to='{juliet}'/>
juliet  < nothing
# None + Pending Out+In
outin   > <presence type='unsubscribed' id='s-outin' to='{juliet}'/>
juliet  < <presence type='unsubscribed' id='s-outin' from='{outin}' to='{juliet}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{outin}' subscription='none'/></query></iq>
juliet  < nothing
# To
to      > <presence type='unsubscribed' id='s-to' to='{juliet}'/>
juliet  < <presence type='unsubscribed' id='s-to' from='{to}' to='{juliet}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{to}' subscription='none'/></query></iq>
juliet  < nothing
# To + Pending In
toin    > <presence type='unsubscribed' id='s-toin' to='{juliet}'/>
juliet  < <presence type='unsubscribed' id='s-toin' from='{toin}' to='{juliet}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{toin}' subscription='none'/></query></iq>
juliet  < nothing
# From
from    > <presence type='unsubscribed' id='s-from' to='{juliet}'/>
juliet  < nothing
# From + Pending Out
fromout > <presence type='unsubscribed' id='s-fromout' to='{juliet}'/>
juliet  < <presence type='unsubscribed' id='s-fromout' from='{fromout}' to='{juliet}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{fromout}' subscription='from'/></query></iq>
juliet  < nothing
# Both
both    > <presence type='unsubscribed' id='s-both' to='{juliet}'/>
juliet  < <presence type='unsubscribed' id='s-both' from='{both}' to='{juliet}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{both}' subscription='from'/></query></iq>
juliet  < nothing
# What the roster says now.
juliet  > <iq type='get' id='r'><query xmlns='jabber:iq:roster'/></iq>
juliet  < <iq type='result' id='r'><query xmlns='jabber:iq:roster'>
        <item jid='{out}' subscription='none'/>
        <item jid='{in}' subscription='none'/>
        <item jid='{outin}' subscription='none'/>
        <item jid='{to}' subscription='none'/>
        <item jid='{toin}' subscription='none'/>
        <item jid='{from}' subscription='from'/>
        <item jid='{fromout}' subscription='from'/>
        <item jid='{both}' subscription='from'/></query></iq>
# Requests that wait come again.
restart
juliet  connects
juliet  <~ <presence type='subscribe' from='{in}' to='{juliet}'/>
juliet  <~ <presence type='subscribe' from='{outin}' to='{juliet}'/>
juliet  <~ <presence type='subscribe' from='{toin}' to='{juliet}'/>
juliet  < nothing
