title   XEP-0045 §7.6: where nicknames are locked down only admins change theirs
users crone wicca
crone makes coven as firstwitch x-muc#roomconfig_canchangenick=0
wicca enters coven as secondwitch
wicca > <presence to='coven@{muc}/oldhag' id='1'/>
wicca < <presence type='error' id='1' from='coven@{muc}/oldhag'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
