title   RFC 6121 §2.5.2: with the item a request that waits for its answer goes too, on both sides
users   romeo juliet
romeo   > <presence type='subscribe' to='{juliet}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='none' ask='subscribe'/></query></iq>
juliet  < <presence type='subscribe' from='{romeo}' to='{juliet}'/>
romeo   > <iq type='set' id='1'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='remove'/></query></iq>
romeo   < <iq type='result' id='1'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='remove'/></query></iq>
juliet  < <presence type='unsubscribe' from='{romeo}' to='{juliet}'/>
juliet  disconnects
juliet  connects
juliet  < nothing
# The other way round: who has an item of somebody that asks, and removes it.
juliet  > <iq type='set' id='2'><query xmlns='jabber:iq:roster'><item jid='{romeo}'/></query></iq>
juliet  < <iq type='result' id='2'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='none'/></query></iq>
romeo   > <presence type='subscribe' to='{juliet}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='none' ask='subscribe'/></query></iq>
juliet  < <presence type='subscribe' from='{romeo}' to='{juliet}'/>
juliet  > <iq type='set' id='3'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='remove'/></query></iq>
juliet  < <iq type='result' id='3'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='remove'/></query></iq>
romeo   < <presence type='unsubscribed' from='{juliet}' to='{romeo}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='none'/></query></iq>
