title   RFC 6121 §3.1.2: a request comes from the bare address; the sender's roster shows it as pending, the other's nothing
users   romeo juliet
romeo   > <presence type='subscribe' id='s1' to='{juliet}'><status>Hi</status></presence>
juliet  < <presence type='subscribe' id='s1' from='{romeo}' to='{juliet}'><status>Hi</status></presence>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='none' ask='subscribe'/></query></iq>
juliet  > <iq type='get' id='2'><query xmlns='jabber:iq:roster'></query></iq>
juliet  < <iq type='result' id='2'><query xmlns='jabber:iq:roster'></query></iq>
romeo   < nothing
