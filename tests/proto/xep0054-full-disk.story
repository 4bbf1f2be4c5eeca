title   XEP-0054 §3.2: a card that cannot be written is refused, and the old one stays
users   juliet
juliet  > <iq type='set' id='1'><vCard xmlns='vcard-temp'><FN>J</FN></vCard></iq>
juliet  < <iq type='result' id='1'/>
fault   store.full:1
juliet  > <iq type='set' id='2'><vCard xmlns='vcard-temp'><FN>K</FN></vCard></iq>
juliet  < <iq type='error' id='2'><error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
log     ERROR cannot store:
log     ERROR cannot store a stanza
juliet  > <iq type='get' id='3'><vCard xmlns='vcard-temp'/></iq>
juliet  < <iq type='result' id='3'><vCard xmlns='vcard-temp'><FN>J</FN></vCard></iq>
