title   XEP-0045 §7.12, §18.1.1: who has reserved no nickname gets an empty answer; everything may be sent through the room; other nodes are not there
users   crone wicca
crone   makes coven as firstwitch
wicca   > <iq type='get' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/disco#info' node='x-roomuser-item'/></iq>
wicca   < <iq type='result' id='1'><query xmlns='http://jabber.org/protocol/disco#info' node='x-roomuser-item'/></iq>
wicca   > <iq type='get' id='2' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/disco#info' node='http://jabber.org/protocol/muc#traffic'/></iq>
wicca   < <iq type='error' id='2' from='coven@{muc}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
wicca   > <iq type='get' id='3' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/disco#info' node='elsewhere'/></iq>
wicca   < <iq type='error' id='3' from='coven@{muc}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
wicca   > <iq type='get' id='4' to='heath@{muc}'><query xmlns='jabber:iq:register'/></iq>
wicca   < <iq type='error' id='4' from='heath@{muc}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
