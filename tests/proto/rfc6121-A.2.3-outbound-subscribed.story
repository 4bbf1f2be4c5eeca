title   RFC 6121 §A.2.3: what an outbound subscribed does in each of the nine states of the sender's roster, and whether it is routed
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
roster  none romeo none out
roster  out romeo none out
roster  in romeo none out
roster  outin romeo none out
roster  to romeo none out
roster  toin romeo none out
roster  from romeo none out
roster  fromout romeo none out
roster  both romeo none out
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
romeo   > <presence type='subscribed' id='s-none' to='{none}'/>
none    < nothing
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{none}' subscription='none' approved='true'/></query></iq>
# None + Pending Out
romeo   > <presence type='subscribed' id='s-out' to='{out}'/>
out     < nothing
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{out}' subscription='none' ask='subscribe' approved='true'/></query></iq>
# None + Pending In
romeo   > <presence type='subscribed' id='s-in' to='{in}'/>
in      < <presence type='subscribed' id='s-in' from='{romeo}' to='{in}'/>
in      < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='to'/></query></iq>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{in}' subscription='from'/></query></iq>
# None + Pending Out+In
romeo   > <presence type='subscribed' id='s-outin' to='{outin}'/>
outin   < <presence type='subscribed' id='s-outin' from='{romeo}' to='{outin}'/>
outin   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='to'/></query></iq>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{outin}' subscription='from' ask='subscribe'/></query></iq>
# To
romeo   > <presence type='subscribed' id='s-to' to='{to}'/>
to      < nothing
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{to}' subscription='to' approved='true'/></query></iq>
# To + Pending In
romeo   > <presence type='subscribed' id='s-toin' to='{toin}'/>
toin    < <presence type='subscribed' id='s-toin' from='{romeo}' to='{toin}'/>
toin    < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='to'/></query></iq>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{toin}' subscription='both'/></query></iq>
# From
romeo   > <presence type='subscribed' id='s-from' to='{from}'/>
from    < nothing
romeo   < nothing
# From + Pending Out
romeo   > <presence type='subscribed' id='s-fromout' to='{fromout}'/>
fromout < nothing
romeo   < nothing
# Both
romeo   > <presence type='subscribed' id='s-both' to='{both}'/>
both    < nothing
romeo   < nothing
# What the roster says now.
romeo   > <iq type='get' id='r'><query xmlns='jabber:iq:roster'/></iq>
romeo   < <iq type='result' id='r'><query xmlns='jabber:iq:roster'>
        <item jid='{none}' subscription='none' approved='true'/>
        <item jid='{out}' subscription='none' ask='subscribe' approved='true'/>
        <item jid='{in}' subscription='from'/>
        <item jid='{outin}' subscription='from' ask='subscribe'/>
        <item jid='{to}' subscription='to' approved='true'/>
        <item jid='{toin}' subscription='both'/>
        <item jid='{from}' subscription='from'/>
        <item jid='{fromout}' subscription='from' ask='subscribe'/>
        <item jid='{both}' subscription='both'/></query></iq>
