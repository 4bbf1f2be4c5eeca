title   XEP-0488 §3.3: of two who come with the same token at the same time it lets in one
users   crone wicca hag
crone   makes coven as firstwitch persistentroom=1 membersonly=1
crone   > <iq type='set' id='1' to='coven@{muc}'><request xmlns='urn:xmpp:muc-token-invite:0' counter='1'/></iq>
crone   < <iq type='result' id='1'><token xmlns='urn:xmpp:muc-token-invite:0' delay='604800' counter='1'>{=token}</token></iq>
wicca   > <presence to='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc'><password>{token}</password></x></presence>
hag     > <presence to='coven@{muc}/thirdwitch' id='2'><x xmlns='http://jabber.org/protocol/muc'><password>{token}</password></x></presence>
hag     < <presence type='error' id='2'><error type='auth'><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><expired-token xmlns='urn:xmpp:muc-token-invite:0'/></error></presence>
wicca   < <presence from='coven@{muc}/firstwitch'>...</presence>
wicca   < <presence from='coven@{muc}/secondwitch'>...</presence>
wicca   < <message type='groupchat'><subject/></message>
crone   < <presence from='coven@{muc}/secondwitch'>...</presence>
