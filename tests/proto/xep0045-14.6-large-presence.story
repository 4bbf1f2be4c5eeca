title   XEP-0045 §14.6: what everybody who enters gets of each occupant is bounded
option  muc_presence_max = 1024
users   crone wicca
crone   makes coven as firstwitch
wicca   > <presence to='coven@{muc}/secondwitch' id='1'><x xmlns='http://jabber.org/protocol/muc'/><status>{repeat 1024 x}</status></presence>
wicca   < <presence type='error' id='1' from='coven@{muc}/secondwitch'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
wicca   enters coven as secondwitch
wicca   > <presence to='coven@{muc}/secondwitch' id='2'><status>{repeat 1024 x}</status></presence>
wicca   < <presence type='error' id='2' from='coven@{muc}/secondwitch'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
crone   < nothing
