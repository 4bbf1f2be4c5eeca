title   XEP-0425 §3, §4: a moderator takes back what somebody said: everybody hears, the archive keeps a tombstone, who comes later sees nothing
users   crone wicca hag
crone   makes coven as firstwitch persistentroom=1
wicca   enters coven as secondwitch
wicca   > <message type='groupchat' id='1' to='coven@{muc}'><body>DM me for potions!</body></message>
wicca   < <message type='groupchat' id='1'><body>DM me for potions!</body><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='{=said}'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
crone   < <message type='groupchat' id='1'><body>DM me for potions!</body><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='{said}'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca   > <iq type='set' id='2' to='coven@{muc}'><moderate id='{said}' xmlns='urn:xmpp:message-moderate:1'><retract xmlns='urn:xmpp:message-retract:1'/></moderate></iq>
wicca   < <iq type='error' id='2'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
crone   > <iq type='set' id='3' to='coven@{muc}'><moderate id='77' xmlns='urn:xmpp:message-moderate:1'><retract xmlns='urn:xmpp:message-retract:1'/></moderate></iq>
crone   < <iq type='error' id='3'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
crone   > <iq type='set' id='4' to='coven@{muc}'><moderate id='{said}' xmlns='urn:xmpp:message-moderate:1'><retract xmlns='urn:xmpp:message-retract:1'/><reason>Advertising</reason></moderate></iq>
wicca   < <message type='groupchat' from='coven@{muc}'><retract xmlns='urn:xmpp:message-retract:1' id='{said}'><moderated xmlns='urn:xmpp:message-moderate:1' by='coven@{muc}/firstwitch'><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></moderated><reason>Advertising</reason></retract><apply-to xmlns='urn:xmpp:fasten:0' id='{said}'><moderated xmlns='urn:xmpp:message-moderate:0' by='coven@{muc}/firstwitch'><retract xmlns='urn:xmpp:message-retract:0'/><reason>Advertising</reason></moderated></apply-to><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='{=told}'/></message>
crone   < <message type='groupchat' from='coven@{muc}'><retract xmlns='urn:xmpp:message-retract:1' id='{said}'>...</retract>...</message>
crone   < <iq type='result' id='4'/>
hag     > <iq type='set' id='5' to='coven@{muc}'><query xmlns='urn:xmpp:mam:2'/></iq>
hag     < <message><result xmlns='urn:xmpp:mam:2' id='{said}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='*'/><message xmlns='jabber:client' type='groupchat' id='1' from='coven@{muc}/secondwitch'><retracted xmlns='urn:xmpp:message-retract:1' stamp='*' id='*'><moderated xmlns='urn:xmpp:message-moderate:1' by='coven@{muc}/firstwitch'><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></moderated><reason>Advertising</reason></retracted><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='{said}'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message></forwarded></result></message>
hag     < <message><result xmlns='urn:xmpp:mam:2' id='{told}'>...</result></message>
hag     < <iq type='result' id='5'>...</iq>
hag     > <presence to='coven@{muc}/thirdwitch'><x xmlns='http://jabber.org/protocol/muc'/></presence>
hag     <~ <message type='groupchat'><subject/></message>
hag     < <presence from='coven@{muc}/firstwitch'>...</presence>
hag     < <presence from='coven@{muc}/secondwitch'>...</presence>
hag     < <presence from='coven@{muc}/thirdwitch'>...</presence>
crone   < <presence from='coven@{muc}/thirdwitch'>...</presence>
wicca   < <presence from='coven@{muc}/thirdwitch'>...</presence>
