title   RFC 6121 §2.2: roster pushes go to every resource that asked for the roster, and to no other
users   romeo, connected
romeo/second connects
romeo/second > <iq type='set' id='1'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}' name='Nurse'><group>Servants</group></item></query></iq>
romeo/second < <iq type='result' id='1'/>
romeo/second < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}' name='Nurse' subscription='none'><group>Servants</group></item></query></iq>
romeo   < nothing
romeo   > <iq type='get' id='2'><query xmlns='jabber:iq:roster'></query></iq>
romeo   < <iq type='result' id='2'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}' name='Nurse' subscription='none'><group>Servants</group></item></query></iq>
romeo/second > <iq type='set' id='3'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}' name='Angelica'/></query></iq>
romeo/second < <iq type='result' id='3'/>
romeo/second < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}' name='Angelica' subscription='none'/></query></iq>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}' name='Angelica' subscription='none'/></query></iq>
