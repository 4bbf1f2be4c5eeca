title   RFC 6121 §A.2.1: what an outbound subscribe does in each of the nine states of the sender's roster, and whether it is routed
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
romeo   > <presence type='subscribe' id='s-none' to='{none}'/>
none    < <presence type='subscribe' id='s-none' from='{romeo}' to='{none}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{none}' subscription='none' ask='subscribe'/></query></iq>
# None + Pending Out
romeo   > <presence type='subscribe' id='s-out' to='{out}'/>
out     < <presence type='subscribe' id='s-out' from='{romeo}' to='{out}'/>
romeo   < nothing
# None + Pending In
romeo   > <presence type='subscribe' id='s-in' to='{in}'/>
in      < <presence type='subscribe' id='s-in' from='{romeo}' to='{in}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{in}' subscription='none' ask='subscribe'/></query></iq>
# None + Pending Out+In
romeo   > <presence type='subscribe' id='s-outin' to='{outin}'/>
outin   < <presence type='subscribe' id='s-outin' from='{romeo}' to='{outin}'/>
romeo   < nothing
# To
romeo   > <presence type='subscribe' id='s-to' to='{to}'/>
to      < <presence type='subscribe' id='s-to' from='{romeo}' to='{to}'/>
romeo   < nothing
# To + Pending In
romeo   > <presence type='subscribe' id='s-toin' to='{toin}'/>
toin    < <presence type='subscribe' id='s-toin' from='{romeo}' to='{toin}'/>
romeo   < nothing
# From
romeo   > <presence type='subscribe' id='s-from' to='{from}'/>
from    < <presence type='subscribe' id='s-from' from='{romeo}' to='{from}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{from}' subscription='from' ask='subscribe'/></query></iq>
# From + Pending Out
romeo   > <presence type='subscribe' id='s-fromout' to='{fromout}'/>
fromout < <presence type='subscribe' id='s-fromout' from='{romeo}' to='{fromout}'/>
romeo   < nothing
# Both
romeo   > <presence type='subscribe' id='s-both' to='{both}'/>
both    < <presence type='subscribe' id='s-both' from='{romeo}' to='{both}'/>
romeo   < nothing
# What the roster says now.
romeo   > <iq type='get' id='r'><query xmlns='jabber:iq:roster'/></iq>
romeo   < <iq type='result' id='r'><query xmlns='jabber:iq:roster'>
        <item jid='{none}' subscription='none' ask='subscribe'/>
        <item jid='{out}' subscription='none' ask='subscribe'/>
        <item jid='{in}' subscription='none' ask='subscribe'/>
        <item jid='{outin}' subscription='none' ask='subscribe'/>
        <item jid='{to}' subscription='to'/>
        <item jid='{toin}' subscription='to'/>
        <item jid='{from}' subscription='from' ask='subscribe'/>
        <item jid='{fromout}' subscription='from' ask='subscribe'/>
        <item jid='{both}' subscription='both'/></query></iq>
