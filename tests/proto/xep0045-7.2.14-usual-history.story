title   XEP-0045 §7.2.14: who does not say how much of the discussion is wanted gets what the room usually tells
users   crone wicca
crone   makes coven as firstwitch defaulthistorymessages=1
crone   > <message type='groupchat' id='m1' to='coven@{muc}'><body>1</body></message>
crone   < <message type='groupchat' id='m1' from='coven@{muc}/firstwitch'><body>1</body><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
crone   > <message type='groupchat' id='m2' to='coven@{muc}'><body>2</body></message>
crone   < <message type='groupchat' id='m2' from='coven@{muc}/firstwitch'><body>2</body><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca   > <presence to='coven@{muc}/secondwitch' id='1'><x xmlns='http://jabber.org/protocol/muc'></x></presence>
wicca   < <presence from='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='{wicca/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <message type='groupchat' id='m2' from='coven@{muc}/firstwitch'><body>2</body><delay xmlns='urn:xmpp:delay' from='coven@{muc}' stamp='*'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca   < <message type='groupchat' from='coven@{muc}'><subject/></message>
crone   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='{wicca/full}'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   > <presence to='coven@{muc}/secondwitch' id='1'><x xmlns='http://jabber.org/protocol/muc'><history maxstanzas='20'/></x></presence>
wicca   < <presence from='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='{wicca/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <message type='groupchat' id='m1' from='coven@{muc}/firstwitch'><body>1</body><delay xmlns='urn:xmpp:delay' from='coven@{muc}' stamp='*'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca   < <message type='groupchat' id='m2' from='coven@{muc}/firstwitch'><body>2</body><delay xmlns='urn:xmpp:delay' from='coven@{muc}' stamp='*'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca   < <message type='groupchat' from='coven@{muc}'><subject/></message>
