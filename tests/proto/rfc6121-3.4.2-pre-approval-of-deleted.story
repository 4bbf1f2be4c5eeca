title   RFC 6121 §3.4.2: an approval ends with the account it was for; who takes the name next has to ask
users   romeo juliet
users   nurse
juliet  > <presence type='subscribed' to='{romeo}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='none' approved='true'/></query></iq>
nurse   > <presence type='subscribed' to='{romeo}'/>
nurse   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='none' approved='true'/></query></iq>
nurse   disconnects
romeo   disconnects
account romeo deleted
# Who is here learns it, and so does who comes later.
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='none'/></query></iq>
restart
command account add jid={romeo} password=secret
romeo   connects
juliet  connects
romeo   > <presence type='subscribe' to='{juliet}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='none' ask='subscribe'/></query></iq>
juliet  < <presence type='subscribe' from='{romeo}'/>
nurse   connects without presence
nurse   > <iq type='get' id='1'><query xmlns='jabber:iq:roster'/></iq>
nurse   < <iq type='result' id='1'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='none'/></query></iq>
