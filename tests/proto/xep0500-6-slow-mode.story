title   XEP-0500 §5, §6: a user waits between two messages with a body; admins and owners do not
users   crone wicca
crone   makes coven as firstwitch slow_mode_duration=20
wicca   enters coven as secondwitch
wicca   > <message type='groupchat' id='1' to='coven@{muc}'><body>Thrice the brinded cat hath mew'd.</body></message>
wicca   < <message type='groupchat' id='1'><body>Thrice the brinded cat hath mew'd.</body>...</message>
crone   < <message type='groupchat' id='1'><body>Thrice the brinded cat hath mew'd.</body>...</message>
clock   +19s
wicca   > <message type='groupchat' id='2' to='coven@{muc}'><body>Thrice and once the hedge-pig whined.</body></message>
wicca   < <message type='error' id='2'><error type='wait'><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
crone   < nothing
# not counted: no body
wicca   > <message type='groupchat' id='3' to='coven@{muc}'><composing xmlns='http://jabber.org/protocol/chatstates'/></message>
wicca   < <message type='groupchat' id='3'><composing xmlns='http://jabber.org/protocol/chatstates'/>...</message>
crone   < <message type='groupchat' id='3'><composing xmlns='http://jabber.org/protocol/chatstates'/>...</message>
clock   +1s
wicca   > <message type='groupchat' id='4' to='coven@{muc}'><body>Harpier cries</body></message>
wicca   < <message type='groupchat' id='4'><body>Harpier cries</body>...</message>
crone   < <message type='groupchat' id='4'><body>Harpier cries</body>...</message>
crone   > <message type='groupchat' id='5' to='coven@{muc}'><body>'Tis time</body></message>
crone   > <message type='groupchat' id='6' to='coven@{muc}'><body>'tis time.</body></message>
crone   < <message type='groupchat' id='5'><body>'Tis time</body>...</message>
crone   < <message type='groupchat' id='6'><body>'tis time.</body>...</message>
wicca   < <message type='groupchat' id='5'><body>'Tis time</body>...</message>
wicca   < <message type='groupchat' id='6'><body>'tis time.</body>...</message>
