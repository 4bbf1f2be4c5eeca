title   XEP-0045 §7.6, §14.6: who changes the nickname again and again is stopped for a minute
option  muc_nick_changes_per_minute = 1
users   crone
crone   makes coven as firstwitch
crone   > <presence to='coven@{muc}/one'/>
crone   < <presence type='unavailable' from='coven@{muc}/firstwitch'>...</presence>
crone   < <presence from='coven@{muc}/one'>...</presence>
crone   > <presence to='coven@{muc}/two' id='1'/>
crone   < <presence type='error' id='1' from='coven@{muc}/two'><error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
clock   +61s
crone   > <presence to='coven@{muc}/two'/>
crone   < <presence type='unavailable' from='coven@{muc}/one'>...</presence>
crone   < <presence from='coven@{muc}/two'>...</presence>
