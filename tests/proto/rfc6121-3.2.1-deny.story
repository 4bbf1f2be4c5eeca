title   RFC 6121 §3.2.1: a denied request ends; the contact's roster never had an item
users   romeo juliet
romeo   > <presence type='subscribe' to='{juliet}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='none' ask='subscribe'/></query></iq>
juliet  < <presence type='subscribe' from='{romeo}' to='{juliet}'/>
juliet  > <presence type='unsubscribed' to='{romeo}'/>
romeo   < <presence type='unsubscribed' from='{juliet}' to='{romeo}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='none'/></query></iq>
juliet  < nothing
juliet  > <iq type='get' id='1'><query xmlns='jabber:iq:roster'></query></iq>
juliet  < <iq type='result' id='1'><query xmlns='jabber:iq:roster'></query></iq>
