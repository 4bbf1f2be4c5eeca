title   RFC 6121 §2.1.4: an empty roster is a result with a query, not an error
users   romeo
romeo   > <iq type='get' id='1'><query xmlns='jabber:iq:roster'></query></iq>
romeo   < <iq type='result' id='1'><query xmlns='jabber:iq:roster'></query></iq>
