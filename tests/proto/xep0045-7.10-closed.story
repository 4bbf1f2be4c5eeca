title   XEP-0045 §7.10: where one cannot register one is told so
users crone wicca
crone makes coven as firstwitch membersonly=1 x-muc#roomconfig_registration=0
wicca > <iq type='get' id='1' to='coven@{muc}'><query xmlns='jabber:iq:register'/></iq>
wicca < <iq type='error' id='1' from='coven@{muc}'><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
wicca > <iq type='get' id='2' to='heath@{muc}'><query xmlns='jabber:iq:register'/></iq>
wicca < <iq type='error' id='2' from='heath@{muc}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
