title   XEP-0045 §7.2.13: the room keeps the last messages in memory, but not many large ones
users   crone wicca
crone   makes coven as firstwitch
crone   > <message type='groupchat' id='1' to='coven@{muc}'><body>{repeat 200000 x}</body></message>
crone   < <message type='groupchat' id='1'>...</message>
crone   > <message type='groupchat' id='2' to='coven@{muc}'><body>{repeat 200000 x}</body></message>
crone   < <message type='groupchat' id='2'>...</message>
crone   > <message type='groupchat' id='3' to='coven@{muc}'><body>{repeat 200000 x}</body></message>
crone   < <message type='groupchat' id='3'>...</message>
wicca   > <presence to='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc'/></presence>
wicca   < <presence from='coven@{muc}/firstwitch'>...</presence>
wicca   < <presence from='coven@{muc}/secondwitch'>...</presence>
wicca   < <message type='groupchat' id='2'>...</message>
wicca   < <message type='groupchat' id='3'>...</message>
wicca   < <message type='groupchat'><subject/></message>
crone   < <presence from='coven@{muc}/secondwitch'>...</presence>
