title   RFC 6121 §3.1.6: an approval that nobody asked for does not reach the user
users   romeo juliet
juliet  > <presence type='subscribed' to='{romeo}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='none' approved='true'/></query></iq>
romeo   < nothing
romeo   > <iq type='get' id='1'><query xmlns='jabber:iq:roster'></query></iq>
romeo   < <iq type='result' id='1'><query xmlns='jabber:iq:roster'></query></iq>
