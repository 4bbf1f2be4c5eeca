title   XEP-0488 §7: an invitation link does not let in any more when who made it may not invite any more, so who was removed does not come back
users   crone wicca hag
crone   makes coven as firstwitch persistentroom=1 membersonly=1 allowinvites=1
crone   > <iq type='set' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='{wicca}'/></query></iq>
crone   < <iq type='result' id='1'/>
crone   <~ <message from='coven@{muc}'>...</message>
wicca   < <message from='coven@{muc}'>...</message>
wicca   > <iq type='set' id='2' to='coven@{muc}'><request xmlns='urn:xmpp:muc-token-invite:0'/></iq>
wicca   < <iq type='result' id='2'><token xmlns='urn:xmpp:muc-token-invite:0' delay='604800'>{=token}</token></iq>
crone   > <iq type='set' id='3' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='none' jid='{wicca}'/></query></iq>
crone   < <iq type='result' id='3'/>
crone   <~ <message from='coven@{muc}'>...</message>
wicca   < <message from='coven@{muc}'>...</message>
wicca   > <presence to='coven@{muc}/secondwitch' id='4'><x xmlns='http://jabber.org/protocol/muc'><password>{token}</password></x></presence>
wicca   < <presence type='error' id='4'><error type='auth'><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><expired-token xmlns='urn:xmpp:muc-token-invite:0'/></error></presence>
hag     > <presence to='coven@{muc}/thirdwitch' id='5'><x xmlns='http://jabber.org/protocol/muc'><password>{token}</password></x></presence>
hag     < <presence type='error' id='5'><error type='auth'><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><expired-token xmlns='urn:xmpp:muc-token-invite:0'/></error></presence>
crone   < nothing
