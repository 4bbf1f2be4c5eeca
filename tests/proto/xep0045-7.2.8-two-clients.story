title   XEP-0045 §7.2.8: of two clients under one nickname both hear everything, private messages too, both may speak, and one may leave alone
users   crone wicca
crone   makes coven as firstwitch
wicca   enters coven as secondwitch
wicca/two connects
wicca/two enters coven as secondwitch
crone   > <message type='groupchat' id='1' to='coven@{muc}'><body>Hail</body></message>
crone   < <message type='groupchat' id='1' from='coven@{muc}/firstwitch'><body>Hail</body><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca   < <message type='groupchat' id='1' from='coven@{muc}/firstwitch'><body>Hail</body><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca/two < <message type='groupchat' id='1' from='coven@{muc}/firstwitch'><body>Hail</body><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca/two > <message type='groupchat' id='2' to='coven@{muc}'><body>Two</body></message>
crone   < <message type='groupchat' id='2' from='coven@{muc}/secondwitch'><body>Two</body><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca   < <message type='groupchat' id='2' from='coven@{muc}/secondwitch'><body>Two</body><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca/two < <message type='groupchat' id='2' from='coven@{muc}/secondwitch'><body>Two</body><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
crone   > <message type='chat' id='3' to='coven@{muc}/secondwitch'><body>Psst</body><x xmlns='http://jabber.org/protocol/muc#user'/></message>
wicca   < <message type='chat' id='3' from='coven@{muc}/firstwitch'><body>Psst</body><x xmlns='http://jabber.org/protocol/muc#user'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca/two < <message type='chat' id='3' from='coven@{muc}/firstwitch'><body>Psst</body><x xmlns='http://jabber.org/protocol/muc#user'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca   > <presence to='coven@{muc}/secondwitch' type='unavailable'/>
wicca   < <presence type='unavailable' from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='{wicca/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
crone   < nothing
wicca/two < nothing
