title   XEP-0502 §4: a room begins without the messages of the one that had its name before
users   crone hag
crone   makes coven as firstwitch persistentroom=1
crone   > <message type='groupchat' id='1' to='coven@{muc}'><body>one</body></message>
crone   < <message type='groupchat' id='1'>...</message>
clock   +1h
hag     > <iq type='get' id='2' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
hag     < <iq type='result' id='2'><query xmlns='http://jabber.org/protocol/disco#info'>...<x xmlns='jabber:x:data' type='result'>...<field type='text-single' var='*' label='Messages per hour'><value>1.00</value></field></x></query></iq>
crone   > <iq type='set' id='3' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><destroy/></query></iq>
crone   < <presence type='unavailable' from='coven@{muc}/firstwitch'>...</presence>
crone   < <iq type='result' id='3'/>
crone   makes coven as firstwitch persistentroom=1
hag     > <iq type='get' id='4' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
hag     < <iq type='result' id='4'><query xmlns='http://jabber.org/protocol/disco#info'>...<x xmlns='jabber:x:data' type='result'>...<field type='text-single' var='*' label='Messages per hour'><value>0.00</value></field></x></query></iq>
crone   > <message type='groupchat' id='5' to='coven@{muc}'><body>one</body></message>
crone   < <message type='groupchat' id='5'>...</message>
clock   +1h
hag     > <iq type='get' id='6' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
hag     < <iq type='result' id='6'><query xmlns='http://jabber.org/protocol/disco#info'>...<x xmlns='jabber:x:data' type='result'>...<field type='text-single' var='*' label='Messages per hour'><value>0.50</value></field></x></query></iq>
