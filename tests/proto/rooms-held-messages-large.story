title   rooms: what waits for a moderator is bounded in bytes too, and what was decided makes room
users   crone wicca
crone   makes coven as firstwitch x-nexa#roomconfig_holdmessages=1
wicca   enters coven as secondwitch
wicca   > <message type='groupchat' id='m1' to='coven@{muc}'><body>{repeat 200000 x}</body></message>
wicca   < <message from='coven@{muc}'><body>Your message waits for a moderator.</body></message>
crone   < <message from='coven@{muc}'><x xmlns='jabber:x:data' type='form'>...<field type='hidden' var='id'><value>{=held}</value></field></x>...</message>
wicca   > <message type='groupchat' id='m2' to='coven@{muc}'><body>{repeat 200000 x}</body></message>
wicca   < <message from='coven@{muc}'><body>Your message waits for a moderator.</body></message>
crone   < <message from='coven@{muc}'>...</message>
wicca   > <message type='groupchat' id='m3' to='coven@{muc}'><body>Hail</body></message>
wicca   < <message type='error' id='m3' from='coven@{muc}'><error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
crone   > <message id='1' to='coven@{muc}'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>urn:nexa:room:held</value></field><field var='id'><value>{held}</value></field><field var='allow'><value>0</value></field></x></message>
wicca   < <message from='coven@{muc}'><body>A moderator has declined your message.</body></message>
wicca   > <message type='groupchat' id='m4' to='coven@{muc}'><body>Hail</body></message>
wicca   < <message from='coven@{muc}'><body>Your message waits for a moderator.</body></message>
crone   < <message from='coven@{muc}'><body>secondwitch wants to say: Hail</body>...</message>
