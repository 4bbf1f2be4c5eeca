title   RFC 6121 §A.2.4: what an outbound unsubscribed does in each of the nine states of the sender's roster, and whether it is routed
# Each contact has the name of the state that it has in romeo's roster, and is itself in one where it would be delivered.
users   romeo none out in outin to toin from fromout both, offline
roster  romeo out none out
roster  romeo in none in
roster  romeo outin none out in
roster  romeo to to
roster  romeo toin to in
roster  romeo from from
roster  romeo fromout from out
roster  romeo both both
roster  none romeo to
roster  out romeo to
roster  in romeo to
roster  outin romeo to
roster  to romeo to
roster  toin romeo to
roster  from romeo to
roster  fromout romeo to
roster  both romeo to
none connects
out connects
in connects
outin connects
to connects
toin connects
from connects
fromout connects
both connects
romeo   connects without presence
romeo   > <iq type='get' id='0'><query xmlns='jabber:iq:roster'/></iq>
romeo   < <iq type='result' id='0'>...</iq>
# None
romeo   > <presence type='unsubscribed' id='s-none' to='{none}'/>
none    < nothing
romeo   < nothing
# None + Pending Out
romeo   > <presence type='unsubscribed' id='s-out' to='{out}'/>
out     < nothing
romeo   < nothing
# None + Pending In
romeo   > <presence type='unsubscribed' id='s-in' to='{in}'/>
in      < <presence type='unsubscribed' id='s-in' from='{romeo}' to='{in}'/>
in      < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='none'/></query></iq>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{in}' subscription='none'/></query></iq>
# None + Pending Out+In
romeo   > <presence type='unsubscribed' id='s-outin' to='{outin}'/>
outin   < <presence type='unsubscribed' id='s-outin' from='{romeo}' to='{outin}'/>
outin   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='none'/></query></iq>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{outin}' subscription='none' ask='subscribe'/></query></iq>
# To
romeo   > <presence type='unsubscribed' id='s-to' to='{to}'/>
to      < nothing
romeo   < nothing
# To + Pending In
romeo   > <presence type='unsubscribed' id='s-toin' to='{toin}'/>
toin    < <presence type='unsubscribed' id='s-toin' from='{romeo}' to='{toin}'/>
toin    < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='none'/></query></iq>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{toin}' subscription='to'/></query></iq>
# From
romeo   > <presence type='unsubscribed' id='s-from' to='{from}'/>
from    < <presence type='unsubscribed' id='s-from' from='{romeo}' to='{from}'/>
from    < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='none'/></query></iq>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{from}' subscription='none'/></query></iq>
# From + Pending Out
romeo   > <presence type='unsubscribed' id='s-fromout' to='{fromout}'/>
fromout < <presence type='unsubscribed' id='s-fromout' from='{romeo}' to='{fromout}'/>
fromout < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='none'/></query></iq>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{fromout}' subscription='none' ask='subscribe'/></query></iq>
# Both
romeo   > <presence type='unsubscribed' id='s-both' to='{both}'/>
both    < <presence type='unsubscribed' id='s-both' from='{romeo}' to='{both}'/>
both    < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='none'/></query></iq>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{both}' subscription='to'/></query></iq>
# What the roster says now.
romeo   > <iq type='get' id='r'><query xmlns='jabber:iq:roster'/></iq>
romeo   < <iq type='result' id='r'><query xmlns='jabber:iq:roster'>
        <item jid='{out}' subscription='none' ask='subscribe'/>
        <item jid='{in}' subscription='none'/>
        <item jid='{outin}' subscription='none' ask='subscribe'/>
        <item jid='{to}' subscription='to'/>
        <item jid='{toin}' subscription='to'/>
        <item jid='{from}' subscription='none'/>
        <item jid='{fromout}' subscription='none' ask='subscribe'/>
        <item jid='{both}' subscription='to'/></query></iq>
