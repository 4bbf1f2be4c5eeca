title   XEP-0486 §3.2, §6: only owners set the picture; not of a room that does not stay; not what is no picture, or too large
option  muc_vcard_max = 1k
users   crone wicca
crone   makes coven as firstwitch persistentroom=1
crone   makes heath as firstwitch
wicca   > <iq type='set' id='1' to='coven@{muc}'><vCard xmlns='vcard-temp'><PHOTO><BINVAL>YSByZWQgc3F1YXJl</BINVAL></PHOTO></vCard></iq>
wicca   < <iq type='error' id='1'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
wicca   > <iq type='set' id='2' to='nowhere@{muc}'><vCard xmlns='vcard-temp'/></iq>
wicca   < <iq type='error' id='2'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
wicca   > <iq type='get' id='3' to='nowhere@{muc}'><vCard xmlns='vcard-temp'/></iq>
wicca   < <iq type='error' id='3'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
crone   > <iq type='set' id='4' to='heath@{muc}'><vCard xmlns='vcard-temp'><PHOTO><BINVAL>YSByZWQgc3F1YXJl</BINVAL></PHOTO></vCard></iq>
crone   < <iq type='error' id='4'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
crone   > <iq type='set' id='5' to='coven@{muc}'><vCard xmlns='vcard-temp'><PHOTO><BINVAL>no picture!</BINVAL></PHOTO></vCard></iq>
crone   < <iq type='error' id='5'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
crone   > <iq type='set' id='6' to='coven@{muc}'><vCard xmlns='vcard-temp'><DESC>{repeat 1100 x}</DESC></vCard></iq>
crone   < <iq type='error' id='6'><error type='modify'><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
crone   > <iq type='get' id='7' to='coven@{muc}'><vCard xmlns='vcard-temp'/></iq>
crone   < <iq type='error' id='7'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
