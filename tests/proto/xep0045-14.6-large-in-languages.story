title   XEP-0045 §14.6: the length of a message counts in all its languages together, and the subject has the same bound
option  muc_body_max = 200
users   crone
crone   makes coven as firstwitch
crone   > <message type='groupchat' id='m1' to='coven@{muc}'><body>{repeat 150 x}</body><body xml:lang='de'>{repeat 51 x}</body></message>
crone   < <message type='error' id='m1' from='coven@{muc}'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
crone   > <message type='groupchat' id='m2' to='coven@{muc}'><subject>{repeat 201 x}</subject></message>
crone   < <message type='error' id='m2' from='coven@{muc}'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
crone   > <message type='groupchat' id='m3' to='coven@{muc}'><body>{repeat 150 x}</body><body xml:lang='de'>{repeat 50 x}</body></message>
crone   < <message type='groupchat' id='m3' from='coven@{muc}/firstwitch'>...</message>
