title   XEP-0488 §3.3, §3.6, §3.7, §4: tokens are listed with what is left of them, run out, and are revoked; members see their own
option  muc_token_max = 1h
users   crone wicca hag
crone   makes coven as firstwitch persistentroom=1 membersonly=1 allowinvites=1
crone   > <iq type='set' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='{wicca}'/></query></iq>
crone   <~ <iq type='result' id='1'/>
crone   <~ <message from='coven@{muc}'>...</message>
wicca   < <message from='coven@{muc}'>...</message>
# the server allows an hour
crone   > <iq type='set' id='2' to='coven@{muc}'><request xmlns='urn:xmpp:muc-token-invite:0' delay='2678400'/></iq>
crone   < <iq type='result' id='2'><token xmlns='urn:xmpp:muc-token-invite:0' delay='3600'>{=first}</token></iq>
wicca   > <iq type='set' id='3' to='coven@{muc}'><request xmlns='urn:xmpp:muc-token-invite:0' counter='5' delay='60'/></iq>
wicca   < <iq type='result' id='3'><token xmlns='urn:xmpp:muc-token-invite:0' delay='60' counter='5'>{=second}</token></iq>
# who belongs to the room uses none
wicca   > <presence to='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc'><password>{second}</password></x></presence>
wicca   <~ <message type='groupchat'><subject/></message>
wicca   < <presence from='coven@{muc}/firstwitch'>...</presence>
wicca   < <presence from='coven@{muc}/secondwitch'>...</presence>
crone   < <presence from='coven@{muc}/secondwitch'>...</presence>
clock   +10s
wicca   > <iq type='get' id='4' to='coven@{muc}'><tokens xmlns='urn:xmpp:muc-token-invite:0'/></iq>
wicca   < <iq type='result' id='4'><tokens xmlns='urn:xmpp:muc-token-invite:0'><token delay='50' counter='5' creator='{wicca}'>{second}</token></tokens></iq>
crone   > <iq type='get' id='5' to='coven@{muc}'><tokens xmlns='urn:xmpp:muc-token-invite:0'/></iq>
crone   < <iq type='result' id='5'><tokens xmlns='urn:xmpp:muc-token-invite:0'><token delay='50' counter='5' creator='{wicca}'>{second}</token><token delay='3590' creator='{crone}'>{first}</token></tokens></iq>
wicca   > <iq type='set' id='6' to='coven@{muc}'><revoke xmlns='urn:xmpp:muc-token-invite:0'>{first}</revoke></iq>
wicca   < <iq type='error' id='6'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
clock   +50s
hag     > <presence to='coven@{muc}/thirdwitch' id='7'><x xmlns='http://jabber.org/protocol/muc'><password>{second}</password></x></presence>
hag     < <presence type='error' id='7'><error type='auth'><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><expired-token xmlns='urn:xmpp:muc-token-invite:0'/></error></presence>
crone   > <iq type='set' id='8' to='coven@{muc}'><revoke xmlns='urn:xmpp:muc-token-invite:0'>{first}</revoke></iq>
crone   < <iq type='result' id='8'/>
hag     > <presence to='coven@{muc}/thirdwitch' id='9'><x xmlns='http://jabber.org/protocol/muc'><password>{first}</password></x></presence>
hag     < <presence type='error' id='9'><error type='auth'><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><expired-token xmlns='urn:xmpp:muc-token-invite:0'/></error></presence>
crone   > <iq type='get' id='10' to='coven@{muc}'><tokens xmlns='urn:xmpp:muc-token-invite:0'/></iq>
crone   < <iq type='result' id='10'><tokens xmlns='urn:xmpp:muc-token-invite:0'/></iq>
