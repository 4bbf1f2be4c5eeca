title   RFC 6121 §2.1.3: a roster get to the own bare address is one without address; changes of the own roster may name it too
users   romeo
romeo   > <iq type='set' id='1' to='{romeo}'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}'/></query></iq>
romeo   < <iq type='result' id='1' from='{romeo}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}' subscription='none'/></query></iq>
romeo   > <iq type='get' id='2' to='ROMEO@{host}'><query xmlns='jabber:iq:roster'/></iq>
romeo   < <iq type='result' id='2'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}' subscription='none'/></query></iq>
