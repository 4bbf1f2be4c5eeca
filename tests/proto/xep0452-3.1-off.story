title   XEP-0452 §3.1: only where the owners want it so; not to who was banned
users   crone wicca hag
crone   makes coven as firstwitch
crone   makes heath as firstwitch forwardmentions=1
crone   > <iq type='set' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='{wicca}'/></query></iq>
crone   <~ <iq type='result' id='1'/>
crone   <~ <message from='coven@{muc}'>...</message>
wicca   < <message from='coven@{muc}'>...</message>
crone   > <iq type='set' id='2' to='heath@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='outcast' jid='{hag}'/></query></iq>
crone   <~ <iq type='result' id='2'/>
crone   <~ <message from='heath@{muc}'>...</message>
hag     < <message from='heath@{muc}'>...</message>
crone   > <message type='groupchat' id='3' to='coven@{muc}'><body>wicca</body><reference xmlns='urn:xmpp:reference:0' type='mention' uri='xmpp:{wicca}'/></message>
crone   < <message type='groupchat' id='3'>...</message>
crone   > <message type='groupchat' id='4' to='heath@{muc}'><body>hag</body><reference xmlns='urn:xmpp:reference:0' type='mention' uri='xmpp:{hag}'/><reference xmlns='urn:xmpp:reference:0' type='mention' uri='xmpp:'/><reference xmlns='urn:xmpp:reference:0' type='mention'/><reference xmlns='urn:xmpp:reference:0' type='mention' uri='xmpp:%'/></message>
crone   < <message type='groupchat' id='4'>...</message>
wicca   < nothing
hag     < nothing
