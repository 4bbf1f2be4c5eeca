title   rooms: a message that waited is not shown under a nickname that is somebody else's by then
users   crone wicca hag
crone   makes coven as firstwitch x-nexa#roomconfig_holdmessages=1
wicca   enters coven as secondwitch
wicca   > <message type='groupchat' id='m1' to='coven@{muc}'><body>Hail</body></message>
wicca   < <message from='coven@{muc}'><body>Your message waits for a moderator.</body></message>
crone   < <message from='coven@{muc}'><body>secondwitch wants to say: Hail</body><x xmlns='jabber:x:data' type='form'>...<field type='hidden' var='id'><value>{=held}</value></field></x></message>
wicca   > <presence type='unavailable' to='coven@{muc}/secondwitch'/>
wicca   < <presence type='unavailable' from='coven@{muc}/secondwitch'>...</presence>
crone   < <presence type='unavailable' from='coven@{muc}/secondwitch'>...</presence>
hag     enters coven as secondwitch
crone   > <message id='2' to='coven@{muc}'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>urn:nexa:room:held</value></field><field var='id'><value>{held}</value></field><field var='allow'><value>1</value></field></x></message>
crone   < <message type='error' id='2' from='coven@{muc}'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
hag     > <presence type='unavailable' to='coven@{muc}/secondwitch'/>
hag     < <presence type='unavailable' from='coven@{muc}/secondwitch'>...</presence>
crone   < <presence type='unavailable' from='coven@{muc}/secondwitch'>...</presence>
crone   > <message id='3' to='coven@{muc}'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>urn:nexa:room:held</value></field><field var='id'><value>{held}</value></field><field var='allow'><value>1</value></field></x></message>
crone   < <message type='groupchat' id='m1' from='coven@{muc}/secondwitch'><body>Hail</body>...</message>
