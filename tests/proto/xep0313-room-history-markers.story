title   XEP-0045 §7.2.13 and XEP-0313: what is archived and has no body takes no place in the history that is told after a restart
users crone wicca
crone makes coven as firstwitch persistentroom=1 muc#maxhistoryfetch=2
crone > <message type='groupchat' id='m1' to='coven@{muc}'><body>1</body></message>
crone < <message type='groupchat' id='m1' from='coven@{muc}/firstwitch'>...</message>
crone > <message type='groupchat' id='m2' to='coven@{muc}'><body>2</body></message>
crone < <message type='groupchat' id='m2' from='coven@{muc}/firstwitch'>...</message>
crone > <message type='groupchat' id='m3' to='coven@{muc}'><displayed xmlns='urn:xmpp:chat-markers:0' id='m2'/></message>
crone < <message type='groupchat' id='m3' from='coven@{muc}/firstwitch'>...</message>
crone > <message type='groupchat' id='m4' to='coven@{muc}'><reactions xmlns='urn:xmpp:reactions:0' id='m2'><reaction>+</reaction></reactions></message>
crone < <message type='groupchat' id='m4' from='coven@{muc}/firstwitch'>...</message>
restart
wicca connects
wicca > <presence to='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc'/></presence>
wicca < <presence from='coven@{muc}/secondwitch'>...</presence>
wicca < <message type='groupchat' id='m1' from='coven@{muc}/firstwitch'>...</message>
wicca < <message type='groupchat' id='m2' from='coven@{muc}/firstwitch'>...</message>
wicca < <message type='groupchat'><subject/></message>
