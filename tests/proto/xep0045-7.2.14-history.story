title   XEP-0045 §7.2.13, §7.2.14: what was said is told as far as the client wants it, between presence and subject
users crone wicca
crone makes coven as firstwitch
crone > <message type='groupchat' id='m1' to='coven@{muc}'><body>1</body></message>
crone < <message type='groupchat' id='m1' from='coven@{muc}/firstwitch'><body>1</body><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
clock +60s
crone > <message type='groupchat' id='m2' to='coven@{muc}'><body>2</body></message>
crone < <message type='groupchat' id='m2' from='coven@{muc}/firstwitch'><body>2</body><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
crone > <message type='groupchat' id='m3' to='coven@{muc}'><body>3</body></message>
crone < <message type='groupchat' id='m3' from='coven@{muc}/firstwitch'><body>3</body><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca > <presence to='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc'><history maxstanzas='2'/></x></presence>
wicca < <presence from='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='{wicca/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca < <message type='groupchat' id='m2' from='coven@{muc}/firstwitch'><body>2</body><delay xmlns='urn:xmpp:delay' from='coven@{muc}' stamp='*'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca < <message type='groupchat' id='m3' from='coven@{muc}/firstwitch'><body>3</body><delay xmlns='urn:xmpp:delay' from='coven@{muc}' stamp='*'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca < <message type='groupchat'><subject/></message>
wicca > <presence to='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc'><history maxchars='0'/></x></presence>
wicca < <presence from='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='{wicca/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca < <message type='groupchat'><subject/></message>
wicca > <presence to='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc'><history seconds='30'/></x></presence>
wicca < <presence from='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='{wicca/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca < <message type='groupchat' id='m2' from='coven@{muc}/firstwitch'><body>2</body><delay xmlns='urn:xmpp:delay' from='coven@{muc}' stamp='*'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca < <message type='groupchat' id='m3' from='coven@{muc}/firstwitch'><body>3</body><delay xmlns='urn:xmpp:delay' from='coven@{muc}' stamp='*'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca < <message type='groupchat'><subject/></message>
wicca > <presence to='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc'><history since='1970-01-01T00:00:00Z'/></x></presence>
wicca < <presence from='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='{wicca/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca < <message type='groupchat' id='m1' from='coven@{muc}/firstwitch'><body>1</body><delay xmlns='urn:xmpp:delay' from='coven@{muc}' stamp='*'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca < <message type='groupchat' id='m2' from='coven@{muc}/firstwitch'><body>2</body><delay xmlns='urn:xmpp:delay' from='coven@{muc}' stamp='*'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca < <message type='groupchat' id='m3' from='coven@{muc}/firstwitch'><body>3</body><delay xmlns='urn:xmpp:delay' from='coven@{muc}' stamp='*'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca < <message type='groupchat'><subject/></message>
crone < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='{wicca/full}'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
