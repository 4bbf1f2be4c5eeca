title   RFC 6121 §2.3.2: a roster set is answered and pushed, also to who sent it
users   romeo
romeo   > <iq type='set' id='1'><query xmlns='jabber:iq:roster'><item jid='Nurse@{host}' name='Nurse'><group>Servants</group><group>Capulet</group></item></query></iq>
romeo   < <iq type='result' id='1'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}' name='Nurse' subscription='none'><group>Servants</group><group>Capulet</group></item></query></iq>
