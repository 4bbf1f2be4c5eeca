title   XEP-0045 §17.4 rule 3: a room that is destroyed while the vCard of an occupant is read has no vCards any more
users   crone wicca hag
crone   makes coven as firstwitch
wicca   enters coven as secondwitch
wicca   > <iq type='set' id='1'><vCard xmlns='vcard-temp'><FN>Wicca</FN></vCard></iq>
wicca   < <iq type='result' id='1'/>
wicca   > <iq type='get' id='2' to='coven@{muc}/secondwitch'><vCard xmlns='vcard-temp'/></iq>
crone   > <iq type='set' id='3' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><destroy/></query></iq>
crone   < <presence type='unavailable' from='coven@{muc}/firstwitch'>...</presence>
crone   < <iq type='result' id='3'/>
# or what was there, when the store was quicker
wicca   <~ <iq type='*' id='2' from='coven@{muc}/secondwitch'>...</iq>
wicca   < <presence type='unavailable' from='coven@{muc}/secondwitch'>...</presence>
