title   XEP-0045 §17.4 rule 3: the vCard of an occupant is had through the room, without the address where addresses are a secret
users   crone wicca hag
wicca   > <iq type='set' id='1'><vCard xmlns='vcard-temp'><FN>Wicca</FN><JABBERID>{wicca}</JABBERID></vCard></iq>
wicca   < <iq type='result' id='1'/>
crone   makes coven as firstwitch
wicca   enters coven as secondwitch
hag     enters coven as thirdwitch
# no moderator
hag     > <iq type='get' id='2' to='coven@{muc}/secondwitch'><vCard xmlns='vcard-temp'/></iq>
hag     < <iq type='result' id='2' from='coven@{muc}/secondwitch'><vCard xmlns='vcard-temp'><FN>Wicca</FN></vCard></iq>
wicca   < nothing
# a moderator knows addresses
crone   > <iq type='get' id='3' to='coven@{muc}/secondwitch'><vCard xmlns='vcard-temp'/></iq>
crone   < <iq type='result' id='3' from='coven@{muc}/secondwitch'><vCard xmlns='vcard-temp'><FN>Wicca</FN><JABBERID>{wicca}</JABBERID></vCard></iq>
# one's own
wicca   > <iq type='get' id='4' to='coven@{muc}/secondwitch'><vCard xmlns='vcard-temp'/></iq>
wicca   < <iq type='result' id='4' from='coven@{muc}/secondwitch'><vCard xmlns='vcard-temp'><FN>Wicca</FN></vCard></iq>
hag     > <iq type='get' id='5' to='coven@{muc}/firstwitch'><vCard xmlns='vcard-temp'/></iq>
hag     < <iq type='error' id='5'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
hag     > <iq type='get' id='6' to='coven@{muc}/nobody'><vCard xmlns='vcard-temp'/></iq>
hag     < <iq type='error' id='6'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
hag     > <iq type='set' id='7' to='coven@{muc}/secondwitch'><vCard xmlns='vcard-temp'><FN>Somebody else</FN></vCard></iq>
hag     < <iq type='error' id='7'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
wicca   < nothing
