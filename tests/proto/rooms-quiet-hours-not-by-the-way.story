title   rooms: in quiet hours nobody but moderators speaks by a subject, a reaction or what has no body either
option  muc_quiet_zone = UTC
users   crone wicca
crone   makes coven as firstwitch changesubject=1 x-nexa#roomconfig_quiethours=00:00-12:00,12:00-24:00
wicca   enters coven as secondwitch
wicca   > <message type='groupchat' id='m1' to='coven@{muc}'><subject>Hail</subject></message>
wicca   < <message type='error' id='m1' from='coven@{muc}'><error type='wait'><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
wicca   > <message type='groupchat' id='m2' to='coven@{muc}'><reactions xmlns='urn:xmpp:reactions:0' id='1'><reaction>Hail</reaction></reactions></message>
wicca   < <message type='error' id='m2' from='coven@{muc}'><error type='wait'><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
wicca   > <message type='groupchat' id='m3' to='coven@{muc}'><encrypted xmlns='eu.siacs.conversations.axolotl'/></message>
wicca   < <message type='error' id='m3' from='coven@{muc}'><error type='wait'><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
crone   > <message type='groupchat' id='m4' to='coven@{muc}'><subject>Hush</subject></message>
crone   < <message type='groupchat' id='m4' from='coven@{muc}/firstwitch'><subject>Hush</subject>...</message>
wicca   < <message type='groupchat' id='m4' from='coven@{muc}/firstwitch'><subject>Hush</subject>...</message>
