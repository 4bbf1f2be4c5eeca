title   RFC 6120 §10.1: who asks without waiting is answered in order, whatever had to be stored for it
users   romeo juliet, friends
romeo   > <iq type='set' id='1'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}'/></query></iq>
romeo   > <iq type='get' id='2' to='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
romeo   > <iq type='set' id='3'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}' name='Nurse'/></query></iq>
romeo   > <message type='chat' to='{juliet/full}'><body>After both</body></message>
romeo   > <iq type='get' id='4' to='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
romeo   < <iq type='result' id='1'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}' subscription='none'/></query></iq>
romeo   < <iq type='result' id='2'/>
romeo   < <iq type='result' id='3'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}' name='Nurse' subscription='none'/></query></iq>
romeo   < <iq type='result' id='4'/>
juliet  < <message type='chat'><body>After both</body></message>
