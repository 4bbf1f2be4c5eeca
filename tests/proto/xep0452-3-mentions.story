title   XEP-0452 §3: who belongs to a room and is not there gets the message that mentions him, by address or by reserved nickname, also later
users   crone wicca hag
crone   makes coven as firstwitch persistentroom=1 forwardmentions=1
wicca   > <iq type='set' id='1' to='coven@{muc}'><query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#register</value></field><field var='muc#register_roomnick'><value>second witch</value></field></x></query></iq>
wicca   < <iq type='result' id='1'/>
crone   > <message type='groupchat' id='2' to='coven@{muc}'><body>wicca: Thrice</body><reference xmlns='urn:xmpp:reference:0' type='mention' begin='0' end='5' uri='xmpp:wicca%40{host}'/><reference xmlns='urn:xmpp:reference:0' type='mention' uri='xmpp:coven@{muc}/second%20witch'/><reference xmlns='urn:xmpp:reference:0' type='mention' uri='xmpp:{hag}'/><reference xmlns='urn:xmpp:reference:0' type='mention' uri='xmpp:{crone}'/><reference xmlns='urn:xmpp:reference:0' type='data' uri='xmpp:{wicca}'/></message>
crone   < <message type='groupchat' id='2'>...<stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='{=said}'/></message>
# once, although mentioned twice; hag does not belong to the room
wicca   < <message from='coven@{muc}'><mentions xmlns='urn:xmpp:mmn:0'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay'/><message xmlns='jabber:client' type='groupchat' id='2' from='coven@{muc}/firstwitch' to='coven@{muc}'><body>wicca: Thrice</body><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='{said}'/>...</message></forwarded></mentions><store xmlns='urn:xmpp:hints'/></message>
hag     < nothing
# in the room: only as everybody
wicca   > <presence to='coven@{muc}/second witch'><x xmlns='http://jabber.org/protocol/muc'><history maxstanzas='0'/></x></presence>
wicca   <~ <message type='groupchat'><subject/></message>
wicca   <~ <presence from='coven@{muc}/firstwitch'>...</presence>
wicca   <~ <presence from='coven@{muc}/second witch'>...</presence>
crone   < <presence from='coven@{muc}/second witch'>...</presence>
crone   > <message type='groupchat' id='3' to='coven@{muc}'><body>again</body><reference xmlns='urn:xmpp:reference:0' type='mention' uri='xmpp:{wicca}'/></message>
crone   < <message type='groupchat' id='3'>...</message>
wicca   < <message type='groupchat' id='3'>...</message>
wicca   < nothing
wicca   disconnects
crone   < <presence type='unavailable' from='coven@{muc}/second witch'>...</presence>
crone   > <message type='groupchat' id='4' to='coven@{muc}'><body>later</body><reference xmlns='urn:xmpp:reference:0' type='mention' uri='xmpp:{wicca}'/></message>
crone   < <message type='groupchat' id='4'>...</message>
wicca   connects
wicca   < <message from='coven@{muc}'><mentions xmlns='urn:xmpp:mmn:0'>...</mentions>...</message>
