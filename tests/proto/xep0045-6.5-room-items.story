title   XEP-0045 §6.5, §6.6: who is in the room is told to occupants alone
users crone wicca hag
crone makes coven as firstwitch
wicca enters coven as secondwitch
hag > <iq type='get' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
hag < <iq type='result' id='1'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
hag > <iq type='get' id='2' to='coven@{muc}/firstwitch'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
hag < <iq type='error' id='2' from='coven@{muc}/firstwitch'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
wicca > <iq type='get' id='3' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
wicca < <iq type='result' id='3'><query xmlns='http://jabber.org/protocol/disco#items'><item jid='coven@{muc}/firstwitch'/><item jid='coven@{muc}/secondwitch'/></query></iq>
