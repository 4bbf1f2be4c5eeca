title   XEP-0488 §3.2, §3.7, §7: who may not invite gets no token; a temporary room has none; broken requests
users   crone wicca
crone   makes coven as firstwitch persistentroom=1 membersonly=1
crone   makes heath as firstwitch
crone   > <iq type='set' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='{wicca}'/></query></iq>
crone   <~ <iq type='result' id='1'/>
crone   <~ <message from='coven@{muc}'>...</message>
wicca   < <message from='coven@{muc}'>...</message>
wicca   > <iq type='set' id='2' to='coven@{muc}'><request xmlns='urn:xmpp:muc-token-invite:0'/></iq>
wicca   < <iq type='error' id='2'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
wicca   > <iq type='set' id='3' to='coven@{muc}'><revoke xmlns='urn:xmpp:muc-token-invite:0'>x</revoke></iq>
wicca   < <iq type='error' id='3'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
crone   > <iq type='set' id='4' to='heath@{muc}'><request xmlns='urn:xmpp:muc-token-invite:0'/></iq>
crone   < <iq type='error' id='4'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
crone   > <iq type='set' id='5' to='coven@{muc}'><request xmlns='urn:xmpp:muc-token-invite:0' counter='0'/></iq>
crone   < <iq type='error' id='5'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
crone   > <iq type='set' id='6' to='coven@{muc}'><request xmlns='urn:xmpp:muc-token-invite:0' delay='-5'/></iq>
crone   < <iq type='error' id='6'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
crone   > <iq type='set' id='7' to='nowhere@{muc}'><request xmlns='urn:xmpp:muc-token-invite:0'/></iq>
crone   < <iq type='error' id='7'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
