title   XEP-0502 §3, §4: messages with a body count, corrections do not; the hour that runs comes later
users   crone hag
crone   makes coven as firstwitch persistentroom=1
clock   +90m
crone   > <message type='groupchat' id='1' to='coven@{muc}'><body>one</body></message>
crone   < <message type='groupchat' id='1'>...</message>
crone   > <message type='groupchat' id='2' to='coven@{muc}'><body>two</body></message>
crone   < <message type='groupchat' id='2'>...</message>
crone   > <message type='groupchat' id='3' to='coven@{muc}'><body>too</body><replace xmlns='urn:xmpp:message-correct:0' id='2'/></message>
crone   < <message type='groupchat' id='3'>...</message>
crone   > <message type='groupchat' id='4' to='coven@{muc}'><active xmlns='http://jabber.org/protocol/chatstates'/></message>
crone   < <message type='groupchat' id='4'>...</message>
hag     > <iq type='get' id='5' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
hag     < <iq type='result' id='5'><query xmlns='http://jabber.org/protocol/disco#info'>...<x xmlns='jabber:x:data' type='result'>...<field type='text-single' var='*' label='Messages per hour'><value>0.00</value></field></x></query></iq>
clock   +30m
# two messages in two hours
hag     > <iq type='get' id='6' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
hag     < <iq type='result' id='6'><query xmlns='http://jabber.org/protocol/disco#info'>...<x xmlns='jabber:x:data' type='result'>...<field type='text-single' var='*' label='Messages per hour'><value>1.00</value></field></x></query></iq>
clock   +2h
hag     > <iq type='get' id='7' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
hag     < <iq type='result' id='7'><query xmlns='http://jabber.org/protocol/disco#info'>...<x xmlns='jabber:x:data' type='result'>...<field type='text-single' var='*' label='Messages per hour'><value>0.50</value></field></x></query></iq>
clock   +24h
hag     > <iq type='get' id='8' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
hag     < <iq type='result' id='8'><query xmlns='http://jabber.org/protocol/disco#info'>...<x xmlns='jabber:x:data' type='result'>...<field type='text-single' var='*' label='Messages per hour'><value>0.00</value></field></x></query></iq>
