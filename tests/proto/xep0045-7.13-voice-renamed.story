title   XEP-0045 §7.13: who has asked for voice does not ask again under another nickname
users   crone wicca
crone   makes coven as firstwitch moderatedroom=1
wicca   enters coven as secondwitch
wicca   > <message id='1' to='coven@{muc}'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#request</value></field><field var='muc#role'><value>participant</value></field></x></message>
crone   < <message from='coven@{muc}'>...</message>
wicca   > <presence to='coven@{muc}/hag'/>
wicca   < <presence type='unavailable' from='coven@{muc}/secondwitch'>...</presence>
wicca   < <presence from='coven@{muc}/hag'>...</presence>
crone   < <presence type='unavailable' from='coven@{muc}/secondwitch'>...</presence>
crone   < <presence from='coven@{muc}/hag'>...</presence>
wicca   > <message id='2' to='coven@{muc}'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#request</value></field><field var='muc#role'><value>participant</value></field></x></message>
wicca   < <message type='error' id='2' from='coven@{muc}'><error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
crone   < nothing
