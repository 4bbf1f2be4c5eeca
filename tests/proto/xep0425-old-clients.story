title   XEP-0425, as clients spoke it before version 0.3: the request as a fastening
users   crone
crone   makes coven as firstwitch persistentroom=1
crone   > <message type='groupchat' id='1' to='coven@{muc}'><body>Oops</body></message>
crone   < <message type='groupchat' id='1'><body>Oops</body><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='{=said}'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
crone   > <iq type='set' id='2' to='coven@{muc}'><apply-to xmlns='urn:xmpp:fasten:0' id='{said}'><moderate xmlns='urn:xmpp:message-moderate:0'><retract xmlns='urn:xmpp:message-retract:0'/><reason>Oops</reason></moderate></apply-to></iq>
crone   < <message type='groupchat' from='coven@{muc}'><apply-to xmlns='urn:xmpp:fasten:0' id='{said}'>...</apply-to>...</message>
crone   < <iq type='result' id='2'/>
