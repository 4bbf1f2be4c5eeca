title   XEP-0424 §4, §5: who said something takes it back from the archive too; somebody else does not
users   crone wicca
crone   makes coven as firstwitch persistentroom=1
wicca   enters coven as secondwitch
wicca   > <message type='groupchat' id='1' to='coven@{muc}'><body>Oops</body></message>
wicca   < <message type='groupchat' id='1'><body>Oops</body><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='{=said}'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
crone   < <message type='groupchat' id='1'><body>Oops</body><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='{said}'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
crone   > <message type='groupchat' id='2' to='coven@{muc}'><retract xmlns='urn:xmpp:message-retract:1' id='{said}'/></message>
crone   < <message type='groupchat' id='2'><retract xmlns='urn:xmpp:message-retract:1' id='{said}'/><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='{=false}'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca   < <message type='groupchat' id='2'><retract xmlns='urn:xmpp:message-retract:1' id='{said}'/><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='{false}'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
crone   > <iq type='set' id='3' to='coven@{muc}'><query xmlns='urn:xmpp:mam:2'><set xmlns='http://jabber.org/protocol/rsm'><max>1</max></set></query></iq>
crone   < <message><result xmlns='urn:xmpp:mam:2' id='{said}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='*'/><message xmlns='jabber:client' type='groupchat' id='1' from='coven@{muc}/secondwitch'><body>Oops</body><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='{said}'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/><x xmlns='http://jabber.org/protocol/muc#user'><item jid='{wicca/full}'/></x></message></forwarded></result></message>
crone   < <iq type='result' id='3'>...</iq>
wicca   > <message type='groupchat' id='4' to='coven@{muc}'><retract xmlns='urn:xmpp:message-retract:1' id='{said}'/></message>
wicca   < <message type='groupchat' id='4'><retract xmlns='urn:xmpp:message-retract:1' id='{said}'/><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='{=true}'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
crone   < <message type='groupchat' id='4'><retract xmlns='urn:xmpp:message-retract:1' id='{said}'/><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='{true}'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca   > <iq type='set' id='5' to='coven@{muc}'><query xmlns='urn:xmpp:mam:2'><set xmlns='http://jabber.org/protocol/rsm'><max>1</max></set></query></iq>
wicca   < <message><result xmlns='urn:xmpp:mam:2' id='{said}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='*'/><message xmlns='jabber:client' type='groupchat' id='1' from='coven@{muc}/secondwitch'><retracted xmlns='urn:xmpp:message-retract:1' stamp='*' id='4'/><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='{said}'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message></forwarded></result></message>
wicca   < <iq type='result' id='5'>...</iq>
