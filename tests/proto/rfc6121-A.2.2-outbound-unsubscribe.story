title   RFC 6121 §A.2.2: what an outbound unsubscribe does in each of the nine states of the sender's roster, and whether it is routed
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
roster  none romeo from
roster  out romeo from
roster  in romeo from
roster  outin romeo from
roster  to romeo from
roster  toin romeo from
roster  from romeo from
roster  fromout romeo from
roster  both romeo from
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
romeo   > <presence type='unsubscribe' id='s-none' to='{none}'/>
none    < <presence type='unsubscribe' id='s-none' from='{romeo}' to='{none}'/>
none    < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='none'/></query></iq>
romeo   < nothing
# None + Pending Out
romeo   > <presence type='unsubscribe' id='s-out' to='{out}'/>
out     < <presence type='unsubscribe' id='s-out' from='{romeo}' to='{out}'/>
out     < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='none'/></query></iq>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{out}' subscription='none'/></query></iq>
# None + Pending In
romeo   > <presence type='unsubscribe' id='s-in' to='{in}'/>
in      < <presence type='unsubscribe' id='s-in' from='{romeo}' to='{in}'/>
in      < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='none'/></query></iq>
romeo   < nothing
# None + Pending Out+In
romeo   > <presence type='unsubscribe' id='s-outin' to='{outin}'/>
outin   < <presence type='unsubscribe' id='s-outin' from='{romeo}' to='{outin}'/>
outin   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='none'/></query></iq>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{outin}' subscription='none'/></query></iq>
# To
romeo   > <presence type='unsubscribe' id='s-to' to='{to}'/>
to      < <presence type='unsubscribe' id='s-to' from='{romeo}' to='{to}'/>
to      < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='none'/></query></iq>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{to}' subscription='none'/></query></iq>
# To + Pending In
romeo   > <presence type='unsubscribe' id='s-toin' to='{toin}'/>
toin    < <presence type='unsubscribe' id='s-toin' from='{romeo}' to='{toin}'/>
toin    < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='none'/></query></iq>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{toin}' subscription='none'/></query></iq>
# From
romeo   > <presence type='unsubscribe' id='s-from' to='{from}'/>
from    < <presence type='unsubscribe' id='s-from' from='{romeo}' to='{from}'/>
from    < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='none'/></query></iq>
romeo   < nothing
# From + Pending Out
romeo   > <presence type='unsubscribe' id='s-fromout' to='{fromout}'/>
fromout < <presence type='unsubscribe' id='s-fromout' from='{romeo}' to='{fromout}'/>
fromout < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='none'/></query></iq>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{fromout}' subscription='from'/></query></iq>
# Both
romeo   > <presence type='unsubscribe' id='s-both' to='{both}'/>
both    < <presence type='unsubscribe' id='s-both' from='{romeo}' to='{both}'/>
both    < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='none'/></query></iq>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{both}' subscription='from'/></query></iq>
# What the roster says now.
romeo   > <iq type='get' id='r'><query xmlns='jabber:iq:roster'/></iq>
romeo   < <iq type='result' id='r'><query xmlns='jabber:iq:roster'>
        <item jid='{out}' subscription='none'/>
        <item jid='{in}' subscription='none'/>
        <item jid='{outin}' subscription='none'/>
        <item jid='{to}' subscription='none'/>
        <item jid='{toin}' subscription='none'/>
        <item jid='{from}' subscription='from'/>
        <item jid='{fromout}' subscription='from'/>
        <item jid='{both}' subscription='from'/></query></iq>
