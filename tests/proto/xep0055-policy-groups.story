title   XEP-0055: option search = groups: whoever shares a group is found, and nobody else
option  search = groups
users   romeo
users   juliet tybalt mercutio, offline
command group create name=5a
command group create name=chess
command group add name=5a jid={romeo}
command group add name=5a jid={juliet}
command group add name=chess jid={romeo}
command group add name=chess jid={juliet}
command group add name=chess jid={mercutio}
romeo   > <iq type='set' id='1' to='{host}'><query xmlns='jabber:iq:search'><nick>t</nick></query></iq>
romeo   < <iq type='result' id='1'><query xmlns='jabber:iq:search'/></iq>
romeo   > <iq type='set' id='2' to='{host}'><query xmlns='jabber:iq:search'><nick>j</nick></query></iq>
romeo   < <iq type='result' id='2'><query xmlns='jabber:iq:search'><item jid='{juliet}'>...</item></query></iq>
romeo   > <iq type='set' id='3' to='{host}'><query xmlns='jabber:iq:search'><nick>mercutio</nick></query></iq>
romeo   < <iq type='result' id='3'><query xmlns='jabber:iq:search'><item jid='{mercutio}'>...</item></query></iq>
command group remove name=chess jid={romeo}
romeo   > <iq type='set' id='4' to='{host}'><query xmlns='jabber:iq:search'><nick>mercutio</nick></query></iq>
romeo   < <iq type='result' id='4'><query xmlns='jabber:iq:search'/></iq>
