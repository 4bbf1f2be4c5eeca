title   XEP-0045 §10.1.1: who makes a room and then talks in it, or asks for no form for a minute, has accepted the default configuration
users crone wicca hag
crone > <presence to='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc'/></presence>
crone < <presence from='coven@{muc}/firstwitch'>...</presence>
crone < <message type='groupchat'><subject/></message>
hag > <presence to='coven@{muc}/thirdwitch'><x xmlns='http://jabber.org/protocol/muc'/></presence>
hag < <presence type='error' from='coven@{muc}/thirdwitch'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
crone > <message type='groupchat' id='1' to='coven@{muc}'><body>Anybody?</body></message>
crone < <message type='groupchat' id='1' from='coven@{muc}/firstwitch'>...</message>
hag enters coven as thirdwitch
# a minute without a word
crone > <presence to='cave@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc'/></presence>
crone < <presence from='cave@{muc}/firstwitch'>...</presence>
crone < <message type='groupchat'><subject/></message>
clock +59s
hag > <presence to='cave@{muc}/thirdwitch'><x xmlns='http://jabber.org/protocol/muc'/></presence>
hag < <presence type='error' from='cave@{muc}/thirdwitch'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
clock +1s
hag enters cave as thirdwitch
# who has asked for the form is still filling it in
crone > <presence to='heath@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc'/></presence>
crone < <presence from='heath@{muc}/firstwitch'>...</presence>
crone < <message type='groupchat'><subject/></message>
crone > <iq type='get' id='2' to='heath@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'/></iq>
crone < <iq type='result' id='2'>...</iq>
clock +5m
wicca > <presence to='heath@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc'/></presence>
wicca < <presence type='error' from='heath@{muc}/secondwitch'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
