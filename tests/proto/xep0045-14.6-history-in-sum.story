title   XEP-0045 §14.6, §7.2.13: what one user has said in all rooms is remembered up to a bound, and the oldest goes first
option  muc_history_user_max = 65536
option  muc_history_max = 131072
users   crone wicca hag
crone   makes coven as firstwitch
crone   makes heath as firstwitch
crone   > <message type='groupchat' id='1' to='coven@{muc}'><body>{repeat 30000 x}</body></message>
crone   < <message type='groupchat' id='1'>...</message>
crone   > <message type='groupchat' id='2' to='heath@{muc}'><body>{repeat 30000 x}</body></message>
crone   < <message type='groupchat' id='2'>...</message>
crone   > <message type='groupchat' id='3' to='coven@{muc}'><body>{repeat 30000 x}</body></message>
crone   < <message type='groupchat' id='3'>...</message>
# the first has gone
wicca   > <presence to='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc'/></presence>
wicca   < <presence from='coven@{muc}/firstwitch'>...</presence>
wicca   < <presence from='coven@{muc}/secondwitch'>...</presence>
wicca   < <message type='groupchat' id='3'>...</message>
wicca   < <message type='groupchat'><subject/></message>
crone   < <presence from='coven@{muc}/secondwitch'>...</presence>
wicca   > <presence to='heath@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc'/></presence>
wicca   < <presence from='heath@{muc}/firstwitch'>...</presence>
wicca   < <presence from='heath@{muc}/secondwitch'>...</presence>
wicca   < <message type='groupchat' id='2'>...</message>
wicca   < <message type='groupchat'><subject/></message>
crone   < <presence from='heath@{muc}/secondwitch'>...</presence>
# another user's are counted apart, and all together: the second one goes, that is the oldest now
wicca   > <message type='groupchat' id='4' to='coven@{muc}'><body>{repeat 30000 x}</body></message>
wicca   < <message type='groupchat' id='4'>...</message>
crone   < <message type='groupchat' id='4'>...</message>
wicca   > <message type='groupchat' id='5' to='coven@{muc}'><body>{repeat 30000 x}</body></message>
wicca   < <message type='groupchat' id='5'>...</message>
crone   < <message type='groupchat' id='5'>...</message>
hag     makes moor as thirdwitch
hag     > <message type='groupchat' id='6' to='moor@{muc}'><body>{repeat 30000 x}</body></message>
hag     < <message type='groupchat' id='6'>...</message>
hag     > <presence to='heath@{muc}/thirdwitch'><x xmlns='http://jabber.org/protocol/muc'/></presence>
hag     < <presence from='heath@{muc}/firstwitch'>...</presence>
hag     < <presence from='heath@{muc}/secondwitch'>...</presence>
hag     < <presence from='heath@{muc}/thirdwitch'>...</presence>
hag     < <message type='groupchat'><subject/></message>
crone   < <presence from='heath@{muc}/thirdwitch'>...</presence>
wicca   < <presence from='heath@{muc}/thirdwitch'>...</presence>
hag     > <presence to='coven@{muc}/thirdwitch'><x xmlns='http://jabber.org/protocol/muc'/></presence>
hag     < <presence from='coven@{muc}/firstwitch'>...</presence>
hag     < <presence from='coven@{muc}/secondwitch'>...</presence>
hag     < <presence from='coven@{muc}/thirdwitch'>...</presence>
hag     < <message type='groupchat' id='3'>...</message>
hag     < <message type='groupchat' id='4'>...</message>
hag     < <message type='groupchat' id='5'>...</message>
hag     < <message type='groupchat'><subject/></message>
crone   < <presence from='coven@{muc}/thirdwitch'>...</presence>
wicca   < <presence from='coven@{muc}/thirdwitch'>...</presence>
