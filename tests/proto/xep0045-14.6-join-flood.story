title   XEP-0045 §14.6: who enters again and again is stopped for a minute
option  muc_joins_per_minute = 2
users   crone wicca
crone   makes coven as firstwitch
wicca   enters coven as secondwitch
wicca   > <presence to='coven@{muc}/secondwitch' type='unavailable'/>
wicca   < <presence type='unavailable' from='coven@{muc}/secondwitch'>...</presence>
crone   < <presence type='unavailable' from='coven@{muc}/secondwitch'>...</presence>
wicca   enters coven as secondwitch
wicca   > <presence to='coven@{muc}/secondwitch' type='unavailable'/>
wicca   < <presence type='unavailable' from='coven@{muc}/secondwitch'>...</presence>
crone   < <presence type='unavailable' from='coven@{muc}/secondwitch'>...</presence>
wicca   > <presence to='coven@{muc}/secondwitch' id='1'><x xmlns='http://jabber.org/protocol/muc'></x></presence>
wicca   < <presence type='error' id='1' from='coven@{muc}/secondwitch'><error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
clock   +61s
wicca   enters coven as secondwitch
