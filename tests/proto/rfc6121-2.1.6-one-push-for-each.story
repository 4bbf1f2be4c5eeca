title   RFC 6121 §2.1.6, §2.2: each interested resource has a push of its own with one item, available or not; asking twice makes no second one
users   romeo, connected
romeo/phone connects without presence
romeo   > <iq type='get' id='g'><query xmlns='jabber:iq:roster'/></iq>
romeo   < <iq type='result' id='g'><query xmlns='jabber:iq:roster'></query></iq>
romeo   > <iq type='get' id='g'><query xmlns='jabber:iq:roster'/></iq>
romeo   < <iq type='result' id='g'><query xmlns='jabber:iq:roster'></query></iq>
romeo/phone > <iq type='get' id='g'><query xmlns='jabber:iq:roster'/></iq>
romeo/phone < <iq type='result' id='g'><query xmlns='jabber:iq:roster'></query></iq>
romeo   > <iq type='set' id='1'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}'/></query></iq>
romeo   < <iq type='result' id='1'/>
romeo   < <iq type='set' id='{=a}' to='{romeo/full}'><query xmlns='jabber:iq:roster' ver='{=v}'><item jid='nurse@{host}' subscription='none'/></query></iq>
romeo   < nothing
romeo/phone < <iq type='set' id='*' to='{romeo/phone}'><query xmlns='jabber:iq:roster' ver='{v}'><item jid='nurse@{host}' subscription='none'/></query></iq>
romeo/phone < nothing
