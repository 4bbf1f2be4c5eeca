title   XEP-0502 §3.1, §9: nothing is told of a room that is hidden, closed or temporary, nor in the first hour
users   crone hag
crone   makes coven as firstwitch persistentroom=1
crone   makes heath as firstwitch
crone   makes cave as firstwitch persistentroom=1 publicroom=0
crone   makes tower as firstwitch persistentroom=1 membersonly=1
hag     > <iq type='get' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
hag     < <iq type='result' id='1'><query xmlns='http://jabber.org/protocol/disco#info'>...<x xmlns='jabber:x:data' type='result'>...<none xmlns='story'><field xmlns='jabber:x:data' type='text-single' var='*' label='Messages per hour'>...</field></none></x></query></iq>
clock   +1h
hag     > <iq type='get' id='2' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
hag     < <iq type='result' id='2'><query xmlns='http://jabber.org/protocol/disco#info'>...<x xmlns='jabber:x:data' type='result'>...<field type='text-single' var='*' label='Messages per hour'><value>0.00</value></field></x></query></iq>
hag     > <iq type='get' id='3' to='heath@{muc}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
hag     < <iq type='result' id='3'><query xmlns='http://jabber.org/protocol/disco#info'>...<x xmlns='jabber:x:data' type='result'>...<none xmlns='story'><field xmlns='jabber:x:data' type='text-single' var='*' label='Messages per hour'>...</field></none></x></query></iq>
hag     > <iq type='get' id='4' to='cave@{muc}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
hag     < <iq type='result' id='4'><query xmlns='http://jabber.org/protocol/disco#info'>...<x xmlns='jabber:x:data' type='result'>...<none xmlns='story'><field xmlns='jabber:x:data' type='text-single' var='*' label='Messages per hour'>...</field></none></x></query></iq>
hag     > <iq type='get' id='5' to='tower@{muc}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
hag     < <iq type='result' id='5'><query xmlns='http://jabber.org/protocol/disco#info'>...<x xmlns='jabber:x:data' type='result'>...<none xmlns='story'><field xmlns='jabber:x:data' type='text-single' var='*' label='Messages per hour'>...</field></none></x></query></iq>
