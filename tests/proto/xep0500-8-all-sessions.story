title   XEP-0500 §8: the limit is the user's, whatever the session or the nickname
users   crone wicca
crone   makes coven as firstwitch slow_mode_duration=20
wicca   enters coven as secondwitch
wicca/pda connects
wicca/pda > <presence to='coven@{muc}/other'><x xmlns='http://jabber.org/protocol/muc'/></presence>
wicca/pda <~ <message type='groupchat'><subject/></message>
wicca/pda <~ <presence from='coven@{muc}/firstwitch'>...</presence>
wicca/pda <~ <presence from='coven@{muc}/secondwitch'>...</presence>
wicca/pda <~ <presence from='coven@{muc}/other'>...</presence>
crone   < <presence from='coven@{muc}/other'>...</presence>
wicca   < <presence from='coven@{muc}/other'>...</presence>
wicca   > <message type='groupchat' id='1' to='coven@{muc}'><body>once</body></message>
wicca   < <message type='groupchat' id='1'>...</message>
wicca/pda < <message type='groupchat' id='1'>...</message>
crone   < <message type='groupchat' id='1'>...</message>
wicca/pda > <message type='groupchat' id='2' to='coven@{muc}'><body>twice</body></message>
wicca/pda < <message type='error' id='2'><error type='wait'><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
crone   < nothing
