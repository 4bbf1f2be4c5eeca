title   XEP-0313 §6.1.2: subjects and messages are kept, what is about the moment or private is not
users crone wicca
crone makes coven as firstwitch persistentroom=1
wicca enters coven as secondwitch
crone > <message type='groupchat' id='s' to='coven@{muc}'><subject>Spells</subject></message>
crone < <message type='groupchat' id='s' from='coven@{muc}/firstwitch'><subject>Spells</subject><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='{=a}'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca < <message type='groupchat' id='s' from='coven@{muc}/firstwitch'><subject>Spells</subject><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='{=a}'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
crone > <message type='groupchat' id='t' to='coven@{muc}'><composing xmlns='http://jabber.org/protocol/chatstates'/></message>
crone < <message type='groupchat' id='t'><composing xmlns='http://jabber.org/protocol/chatstates'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca < <message type='groupchat' id='t'><composing xmlns='http://jabber.org/protocol/chatstates'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
crone > <message type='groupchat' id='h' to='coven@{muc}'><body>Off the record</body><no-store xmlns='urn:xmpp:hints'/></message>
crone < <message type='groupchat' id='h'><body>Off the record</body><no-store xmlns='urn:xmpp:hints'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca < <message type='groupchat' id='h'><body>Off the record</body><no-store xmlns='urn:xmpp:hints'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
crone > <message type='chat' id='p' to='coven@{muc}/secondwitch'><body>Psst</body></message>
wicca < <message type='chat' id='p'><body>Psst</body><x xmlns='http://jabber.org/protocol/muc#user'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
crone > <message type='groupchat' id='r' to='coven@{muc}'><reactions xmlns='urn:xmpp:reactions:0' id='{a}'><reaction>y</reaction></reactions></message>
crone < <message type='groupchat' id='r'><reactions xmlns='urn:xmpp:reactions:0' id='{a}'><reaction>y</reaction></reactions><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='{=b}'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca < <message type='groupchat' id='r'><reactions xmlns='urn:xmpp:reactions:0' id='{a}'><reaction>y</reaction></reactions><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='{=b}'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca > <iq type='set' id='1' to='coven@{muc}'><query xmlns='urn:xmpp:mam:2'></query></iq>
wicca < <message><result xmlns='urn:xmpp:mam:2' id='{a}'>...</result></message>
wicca < <message><result xmlns='urn:xmpp:mam:2' id='{b}'>...</result></message>
wicca < <iq type='result' id='1' from='coven@{muc}'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm'><first>{a}</first><last>{b}</last></set></fin></iq>
