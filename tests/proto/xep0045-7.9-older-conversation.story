title   XEP-0045 §7.9: an owner brings an older conversation along with its times; nobody else tells times, and nobody in the room's name
users   crone wicca
crone   makes coven as firstwitch
crone   > <message type='groupchat' id='m1' to='coven@{muc}'><body>Thrice</body><thread>e0ff</thread><delay xmlns='urn:xmpp:delay' from='{crone/full}' stamp='2004-09-29T01:54:37Z'/></message>
crone   < <message type='groupchat' id='m1' from='coven@{muc}/firstwitch'><body>Thrice</body><thread>e0ff</thread><delay xmlns='urn:xmpp:delay' from='{crone/full}' stamp='2004-09-29T01:54:37Z'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
crone   > <message type='groupchat' id='m2' to='coven@{muc}'><body>Forged</body><delay xmlns='urn:xmpp:delay' from='coven@{muc}' stamp='2004-09-29T01:54:37Z'/></message>
crone   < <message type='groupchat' id='m2' from='coven@{muc}/firstwitch'><body>Forged</body><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
crone   > <message id='i' to='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><invite to='{wicca/full}'><reason>Come</reason><continue thread='e0ff'/></invite></x></message>
wicca   < <message id='i' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><invite from='{crone}'><reason>Come</reason><continue thread='e0ff'/></invite></x></message>
wicca   > <presence to='coven@{muc}/secondwitch' id='1'><x xmlns='http://jabber.org/protocol/muc'></x></presence>
wicca   < <presence from='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='{wicca/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <message type='groupchat' id='m1' from='coven@{muc}/firstwitch'><body>Thrice</body><thread>e0ff</thread><delay xmlns='urn:xmpp:delay' from='{crone/full}' stamp='2004-09-29T01:54:37Z'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca   < <message type='groupchat' id='m2' from='coven@{muc}/firstwitch'><body>Forged</body><delay xmlns='urn:xmpp:delay' from='coven@{muc}' stamp='*'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca   < <message type='groupchat' from='coven@{muc}'><subject/></message>
crone   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='{wicca/full}'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   > <message type='groupchat' id='m3' to='coven@{muc}'><body>Old</body><delay xmlns='urn:xmpp:delay' from='{wicca/full}' stamp='2004-09-29T01:54:37Z'/></message>
wicca   < <message type='groupchat' id='m3' from='coven@{muc}/secondwitch'><body>Old</body><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
crone   < <message type='groupchat' id='m3' from='coven@{muc}/secondwitch'><body>Old</body><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
