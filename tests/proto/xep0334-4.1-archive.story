title   XEP-0334 §4.1, §4.2: what is not to be stored for good, or not at all, is said in a room and not in its archive
users   crone
crone   makes coven as firstwitch persistentroom=1
crone   > <message type='groupchat' id='1' to='coven@{muc}'><body>1</body><no-permanent-store xmlns='urn:xmpp:hints'/></message>
crone   < <message type='groupchat' id='1' from='coven@{muc}/firstwitch'><body>1</body><no-permanent-store xmlns='urn:xmpp:hints'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
crone   > <message type='groupchat' id='2' to='coven@{muc}'><body>2</body><no-store xmlns='urn:xmpp:hints'/></message>
crone   < <message type='groupchat' id='2' from='coven@{muc}/firstwitch'><body>2</body><no-store xmlns='urn:xmpp:hints'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
crone   > <iq type='set' id='3' to='coven@{muc}'><query xmlns='urn:xmpp:mam:2'/></iq>
crone   < <iq type='result' id='3' from='coven@{muc}'><fin xmlns='urn:xmpp:mam:2' complete='true'>...</fin></iq>
crone   < nothing
