title   RFC 6121 §2.5.2: who deletes an account that does not exist changes no roster that has the name in it
users   romeo
romeo   > <presence type='subscribe' to='nobody@{host}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='nobody@{host}' subscription='none' ask='subscribe'/></query></iq>
command account delete jid=nobody@{host}
answer  error = item-not-found
restart
romeo   connects
romeo   > <iq type='get' id='1'><query xmlns='jabber:iq:roster'/></iq>
romeo   < <iq type='result' id='1'><query xmlns='jabber:iq:roster'><item jid='nobody@{host}' subscription='none' ask='subscribe'/></query></iq>
