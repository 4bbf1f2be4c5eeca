title   XEP-0045 §5.2, §7.2.6, §10: where the administrator wishes it so, who runs the server is one of many in a room
option  admins = hag@verona.example
option  muc_admins_own = no
users   crone hag
crone   makes coven as firstwitch persistentroom=1 membersonly=1
hag     > <presence to='coven@{muc}/thirdwitch' id='1'><x xmlns='http://jabber.org/protocol/muc'/></presence>
hag     < <presence type='error' id='1'><error type='auth'><registration-required xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
hag     > <iq type='get' id='2' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'/></iq>
hag     < <iq type='error' id='2'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
