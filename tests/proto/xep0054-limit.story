title   XEP-0054: option vcard_max: a card that is too large is refused, and the old one stays
option  vcard_max = 1k
users   juliet
juliet  > <iq type='set' id='1'><vCard xmlns='vcard-temp'><FN>J</FN></vCard></iq>
juliet  < <iq type='result' id='1'/>
juliet  > <iq type='set' id='2'><vCard xmlns='vcard-temp'><FN>{repeat 1024 x}</FN></vCard></iq>
juliet  < <iq type='error' id='2'><error type='modify'><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='get' id='3'><vCard xmlns='vcard-temp'/></iq>
juliet  < <iq type='result' id='3'><vCard xmlns='vcard-temp'><FN>J</FN></vCard></iq>
