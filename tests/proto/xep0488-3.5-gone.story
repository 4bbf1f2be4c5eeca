title   XEP-0488 §3.5: a client that is gone before its token was looked up does not enter, and nobody is harmed
users   crone wicca
crone   makes coven as firstwitch persistentroom=1 membersonly=1
crone   > <iq type='set' id='1' to='coven@{muc}'><request xmlns='urn:xmpp:muc-token-invite:0'/></iq>
crone   < <iq type='result' id='1'><token xmlns='urn:xmpp:muc-token-invite:0' delay='604800'>{=token}</token></iq>
wicca   > <presence to='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc'><password>{token}</password></x></presence>
account wicca disabled Gone
wicca   < <stream:error>...</stream:error>
wicca   < </stream:stream>
wicca   closed
crone   < nothing
