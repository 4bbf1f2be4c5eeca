title   RFC 6121 §4.6.3: who got directed presence and is a subscriber since hears once when the connection breaks
users   romeo juliet
romeo   > <presence to='{juliet}'/>
juliet  < <presence from='{romeo/full}' to='{juliet}'/>
romeo   > <presence type='subscribed' to='{juliet}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='none' approved='true'/></query></iq>
juliet  > <presence type='subscribe' to='{romeo}'/>
juliet  < <presence type='subscribed' from='{romeo}' to='{juliet}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='to'/></query></iq>
juliet  < <presence from='{romeo/full}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='from' approved='true'/></query></iq>
romeo   breaks
juliet  < <presence type='unavailable' from='{romeo/full}'/>
juliet  < nothing
