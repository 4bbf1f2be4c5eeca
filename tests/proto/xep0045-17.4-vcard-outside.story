title   XEP-0045 §17.4: who is not in the room gets no occupant's vCard
users   crone hag
crone   > <iq type='set' id='1'><vCard xmlns='vcard-temp'><FN>Crone</FN></vCard></iq>
crone   < <iq type='result' id='1'/>
crone   makes coven as firstwitch
hag     > <iq type='get' id='2' to='coven@{muc}/firstwitch'><vCard xmlns='vcard-temp'/></iq>
hag     < <iq type='error' id='2'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
crone   < nothing
