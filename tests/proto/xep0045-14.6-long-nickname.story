title   XEP-0045 §14.6: a nickname is no way to say something long
option  muc_nick_max = 10
users   crone wicca
crone   makes coven as firstwitch
wicca   > <presence to='coven@{muc}/eleven char' id='1'><x xmlns='http://jabber.org/protocol/muc'/></presence>
wicca   < <presence type='error' id='1' from='coven@{muc}/eleven char'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
# characters, not bytes
wicca   enters coven as ведьмаведь
wicca   > <presence to='coven@{muc}/eleven char' id='2'/>
wicca   < <presence type='error' id='2' from='coven@{muc}/eleven char'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
