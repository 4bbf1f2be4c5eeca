title   XEP-0488 §3.2, §3.3, §3.5: who has a token enters a room for members and is one from then on; when it is used up it lets in nobody, also after a restart
users   crone wicca hag
crone   makes coven as firstwitch persistentroom=1 membersonly=1
crone   > <iq type='get' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
crone   < <iq type='result' id='1'><query xmlns='http://jabber.org/protocol/disco#info'>...<feature var='urn:xmpp:muc-token-invite:0'/></query></iq>
crone   > <iq type='set' id='2' to='coven@{muc}'><request xmlns='urn:xmpp:muc-token-invite:0' delay='3600' counter='1'/></iq>
crone   < <iq type='result' id='2'><token xmlns='urn:xmpp:muc-token-invite:0' delay='3600' counter='1'>{=token}</token></iq>
wicca   > <presence to='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc'><password>{token}</password></x></presence>
wicca   < <presence from='coven@{muc}/firstwitch'>...</presence>
wicca   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='participant' jid='{wicca/full}'/><status code='110'/></x>...</presence>
wicca   < <message type='groupchat'><subject/></message>
crone   < <presence from='coven@{muc}/secondwitch'>...</presence>
hag     > <presence to='coven@{muc}/thirdwitch' id='3'><x xmlns='http://jabber.org/protocol/muc'><password>{token}</password></x></presence>
hag     < <presence type='error' id='3'><error type='auth'><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><expired-token xmlns='urn:xmpp:muc-token-invite:0'/></error></presence>
restart
wicca   connects
wicca   > <presence to='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc'/></presence>
wicca   <~ <message type='groupchat'><subject/></message>
wicca   < <presence from='coven@{muc}/secondwitch'>...</presence>
hag     connects
hag     > <presence to='coven@{muc}/thirdwitch' id='4'><x xmlns='http://jabber.org/protocol/muc'><password>{token}</password></x></presence>
hag     < <presence type='error' id='4'><error type='auth'><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><expired-token xmlns='urn:xmpp:muc-token-invite:0'/></error></presence>
