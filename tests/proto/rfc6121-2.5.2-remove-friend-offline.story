title   RFC 6121 §2.5.2: a friend who is offline finds the subscriptions ended later
users   romeo juliet, friends
romeo   disconnects
juliet  < <presence type='unavailable' from='{romeo/full}'/>
juliet  > <iq type='set' id='1'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='remove'/></query></iq>
juliet  < <iq type='result' id='1'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='remove'/></query></iq>
romeo   connects
romeo   > <iq type='get' id='2'><query xmlns='jabber:iq:roster'></query></iq>
romeo   < <iq type='result' id='2'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='none'/></query></iq>
juliet  < nothing
