title   XEP-0421 §3, §4, §4.1: the same id whatever the nickname and after coming back, another one for somebody else; forged ones are replaced
users   crone wicca
crone   makes coven as firstwitch
wicca   > <presence to='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='forged'/></presence>
wicca   < <presence from='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc#user'>...</x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='{=hers}'/></presence>
wicca   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'>...</x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='{=mine}'/></presence>
wicca   < <message type='groupchat'><subject/></message>
crone   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'>...</x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='{mine}'/></presence>
wicca   > <message type='groupchat' id='1' to='coven@{muc}'><body>I</body><occupant-id xmlns='urn:xmpp:occupant-id:0' id='{hers}'/></message>
wicca   < <message type='groupchat' id='1' from='coven@{muc}/secondwitch'><body>I</body><occupant-id xmlns='urn:xmpp:occupant-id:0' id='{mine}'/></message>
crone   < <message type='groupchat' id='1' from='coven@{muc}/secondwitch'><body>I</body><occupant-id xmlns='urn:xmpp:occupant-id:0' id='{mine}'/></message>
wicca   > <presence type='unavailable' to='coven@{muc}/secondwitch'/>
wicca   < <presence type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'>...</x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='{mine}'/></presence>
crone   < <presence type='unavailable'><x xmlns='http://jabber.org/protocol/muc#user'>...</x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='{mine}'/></presence>
wicca   > <presence to='coven@{muc}/other'><x xmlns='http://jabber.org/protocol/muc'><history maxchars='0'/></x></presence>
wicca   < <presence from='coven@{muc}/firstwitch'>...</presence>
wicca   < <presence from='coven@{muc}/other'><x xmlns='http://jabber.org/protocol/muc#user'>...</x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='{mine}'/></presence>
wicca   < <message type='groupchat'><subject/></message>
crone   < <presence from='coven@{muc}/other'><x xmlns='http://jabber.org/protocol/muc#user'>...</x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='{mine}'/></presence>
wicca   > <message type='chat' id='2' to='coven@{muc}/firstwitch'><body>Psst</body><x xmlns='http://jabber.org/protocol/muc#user'><invite from='{crone}'/></x></message>
crone   < <message type='chat' id='2' from='coven@{muc}/other'><body>Psst</body><x xmlns='http://jabber.org/protocol/muc#user'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='{mine}'/></message>
