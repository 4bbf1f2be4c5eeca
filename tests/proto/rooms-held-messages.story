title   XEP-0045 §18.1 rule 1: what is said waits for a moderator, also over a restart; then it is shown and kept as if it were said now
users   crone wicca hag
crone   makes coven as firstwitch persistentroom=1 x-nexa#roomconfig_holdmessages=1
wicca   enters coven as secondwitch
hag     enters coven as thirdwitch
wicca   > <message type='groupchat' id='m1' to='coven@{muc}'><body>Hail</body></message>
wicca   < <message from='coven@{muc}'><body>Your message waits for a moderator.</body></message>
crone   < <message from='coven@{muc}'><body>secondwitch wants to say: Hail</body><x xmlns='jabber:x:data' type='form'>...<field type='hidden' var='FORM_TYPE'><value>urn:nexa:room:held</value></field><field type='hidden' var='id'><value>{=held}</value></field><field type='jid-single' var='jid' label='*'><value>{wicca}</value></field><field type='text-single' var='nick' label='*'><value>secondwitch</value></field><field type='text-multi' var='text' label='*'><value>Hail</value></field><field type='boolean' var='allow' label='*'><value>0</value></field></x></message>
hag     < nothing
# what says nothing goes through, and so does a moderator
wicca   > <message type='groupchat' to='coven@{muc}'><composing xmlns='http://jabber.org/protocol/chatstates'/></message>
crone   < <message type='groupchat' from='coven@{muc}/secondwitch'>...</message>
wicca   < <message type='groupchat' from='coven@{muc}/secondwitch'>...</message>
hag     < <message type='groupchat' from='coven@{muc}/secondwitch'>...</message>
crone   > <message type='groupchat' id='m2' to='coven@{muc}'><body>Ready</body></message>
crone   < <message type='groupchat' id='m2' from='coven@{muc}/firstwitch'><body>Ready</body><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='*'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca   < <message type='groupchat' id='m2' from='coven@{muc}/firstwitch'><body>Ready</body><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='*'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
hag     < <message type='groupchat' id='m2' from='coven@{muc}/firstwitch'><body>Ready</body><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='*'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
# who decides
hag     > <message id='1' to='coven@{muc}'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>urn:nexa:room:held</value></field><field var='id'><value>{held}</value></field><field var='allow'><value>1</value></field></x></message>
hag     < <message type='error' id='1' from='coven@{muc}'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
restart
hag     connects
hag     enters coven as thirdwitch
crone   connects
crone   > <presence to='coven@{muc}/firstwitch' id='1'><x xmlns='http://jabber.org/protocol/muc'><history maxstanzas='0'/></x></presence>
crone   < <presence from='coven@{muc}/thirdwitch'>...</presence>
crone   < <presence from='coven@{muc}/firstwitch'>...</presence>
crone   < <message type='groupchat' from='coven@{muc}'><subject/></message>
crone   < <message from='coven@{muc}'><body>secondwitch wants to say: Hail</body><x xmlns='jabber:x:data' type='form'>...<field type='hidden' var='FORM_TYPE'><value>urn:nexa:room:held</value></field><field type='hidden' var='id'><value>{=held}</value></field><field type='jid-single' var='jid' label='*'><value>{wicca}</value></field><field type='text-single' var='nick' label='*'><value>secondwitch</value></field><field type='text-multi' var='text' label='*'><value>Hail</value></field><field type='boolean' var='allow' label='*'><value>0</value></field></x></message>
hag     < <presence from='coven@{muc}/firstwitch'>...</presence>
crone   > <message id='2' to='coven@{muc}'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>urn:nexa:room:held</value></field><field var='id'><value>{held}</value></field><field var='allow'><value>1</value></field></x></message>
crone   < <message type='groupchat' id='m1' from='coven@{muc}/secondwitch'><body>Hail</body><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='*'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
hag     < <message type='groupchat' id='m1' from='coven@{muc}/secondwitch'><body>Hail</body><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='*'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
crone   > <message id='3' to='coven@{muc}'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>urn:nexa:room:held</value></field><field var='id'><value>{held}</value></field><field var='allow'><value>0</value></field></x></message>
crone   < <message type='error' id='3' from='coven@{muc}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
# it is in the archive and in the history
wicca   connects
wicca   > <presence to='coven@{muc}/secondwitch' id='1'><x xmlns='http://jabber.org/protocol/muc'><history maxstanzas='1'/></x></presence>
wicca   < <presence from='coven@{muc}/thirdwitch'>...</presence>
wicca   < <presence from='coven@{muc}/firstwitch'>...</presence>
wicca   < <presence from='coven@{muc}/secondwitch'>...</presence>
wicca   < <message type='groupchat' id='m1' from='coven@{muc}/secondwitch'><body>Hail</body><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='*'/><delay xmlns='urn:xmpp:delay' from='coven@{muc}' stamp='*'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca   < <message type='groupchat' from='coven@{muc}'><subject/></message>
crone   < <presence from='coven@{muc}/secondwitch'>...</presence>
hag     < <presence from='coven@{muc}/secondwitch'>...</presence>
wicca   > <iq type='set' id='4' to='coven@{muc}'><query xmlns='urn:xmpp:mam:2'><set xmlns='http://jabber.org/protocol/rsm'><max>1</max><before/></set></query></iq>
wicca   < <message from='coven@{muc}'><result xmlns='urn:xmpp:mam:2' id='*'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='*'/><message xmlns='jabber:client' type='groupchat' id='m1' from='coven@{muc}/secondwitch'>...</message></forwarded></result></message>
wicca   < <iq type='result' id='4'>...</iq>
