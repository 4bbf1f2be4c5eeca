title   XEP-0444: reactions pass through a room by the room's id of the message, and are in its archive
users   crone wicca
crone   makes coven as firstwitch persistentroom=1
wicca   enters coven as secondwitch
crone   > <message type='groupchat' id='1' to='coven@{muc}'><body>Thrice</body></message>
crone   < <message type='groupchat' id='1'><body>Thrice</body><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='{=said}'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca   < <message type='groupchat' id='1'>...</message>
wicca   > <message type='groupchat' id='2' to='coven@{muc}'><reactions xmlns='urn:xmpp:reactions:0' id='{said}'><reaction>👍</reaction></reactions><store xmlns='urn:xmpp:hints'/></message>
wicca   < <message type='groupchat' id='2' from='coven@{muc}/secondwitch'><reactions xmlns='urn:xmpp:reactions:0' id='{said}'><reaction>👍</reaction></reactions><store xmlns='urn:xmpp:hints'/><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='{=answer}'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
crone   < <message type='groupchat' id='2' from='coven@{muc}/secondwitch'><reactions xmlns='urn:xmpp:reactions:0' id='{said}'><reaction>👍</reaction></reactions><store xmlns='urn:xmpp:hints'/><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='{answer}'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca   > <iq type='set' id='3' to='coven@{muc}'><query xmlns='urn:xmpp:mam:2'/></iq>
wicca   < <message><result xmlns='urn:xmpp:mam:2' id='{said}'>...</result></message>
wicca   < <message><result xmlns='urn:xmpp:mam:2' id='{answer}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='*'/><message xmlns='jabber:client' type='groupchat' id='2' from='coven@{muc}/secondwitch'><reactions xmlns='urn:xmpp:reactions:0' id='{said}'><reaction>👍</reaction></reactions><store xmlns='urn:xmpp:hints'/><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='{answer}'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message></forwarded></result></message>
wicca   < <iq type='result' id='3'>...</iq>
