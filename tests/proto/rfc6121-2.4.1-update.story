title   RFC 6121 §2.4.1: an item becomes exactly what the set says; an empty name is none
users   romeo juliet, friends
romeo   > <iq type='set' id='1'><query xmlns='jabber:iq:roster'><item jid='{juliet}' name='Juliet'><group>Friends</group></item></query></iq>
romeo   < <iq type='result' id='1'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' name='Juliet' subscription='both'><group>Friends</group></item></query></iq>
romeo   > <iq type='set' id='2'><query xmlns='jabber:iq:roster'><item jid='{juliet}' name=''/></query></iq>
romeo   < <iq type='result' id='2'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='both'/></query></iq>
romeo   > <iq type='get' id='3'><query xmlns='jabber:iq:roster'></query></iq>
romeo   < <iq type='result' id='3'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='both'/></query></iq>
juliet  < nothing
