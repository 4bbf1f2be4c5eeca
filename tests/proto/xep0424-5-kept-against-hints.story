title   XEP-0424 §5: a retraction that is carried out is in the archive, also when its sender hints that it need not be
users   crone
crone   makes coven as firstwitch persistentroom=1
crone   > <message type='groupchat' id='1' to='coven@{muc}'><body>Oops</body></message>
crone   < <message type='groupchat' id='1'><body>Oops</body><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='{=said}'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
crone   > <message type='groupchat' id='2' to='coven@{muc}'><retract xmlns='urn:xmpp:message-retract:1' id='{said}'/><no-store xmlns='urn:xmpp:hints'/><no-store xmlns='urn:xmpp:hints'/><no-permanent-store xmlns='urn:xmpp:hints'/></message>
crone   < <message type='groupchat' id='2'><retract xmlns='urn:xmpp:message-retract:1' id='{said}'/><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='{=retraction}'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
crone   > <iq type='set' id='3' to='coven@{muc}'><query xmlns='urn:xmpp:mam:2'/></iq>
crone   < <message><result xmlns='urn:xmpp:mam:2' id='{said}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='*'/><message xmlns='jabber:client' type='groupchat' id='1' from='coven@{muc}/firstwitch'><retracted xmlns='urn:xmpp:message-retract:1' id='2' stamp='*'/>...</message></forwarded></result></message>
crone   < <message><result xmlns='urn:xmpp:mam:2' id='{retraction}'>...</result></message>
crone   < <iq type='result' id='3'>...</iq>
