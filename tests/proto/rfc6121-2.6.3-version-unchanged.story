title   RFC 6121 §2.6.3: a roster that has not changed is an empty result
users   romeo
romeo   > <iq type='get' id='1'><query xmlns='jabber:iq:roster' ver='0'></query></iq>
romeo   < <iq type='result' id='1'/>
