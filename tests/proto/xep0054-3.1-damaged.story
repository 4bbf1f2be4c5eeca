title   XEP-0054 §3.1: a card that is damaged in the database is none; the log says whose it is, and its owner can store another
users   romeo
romeo   > <iq type='set' id='1'><vCard xmlns='vcard-temp'><FN>Romeo</FN></vCard></iq>
romeo   < <iq type='result' id='1'/>
database UPDATE vcards SET vcard = '<vCard'
romeo   > <iq type='get' id='2'><vCard xmlns='vcard-temp'/></iq>
romeo   < <iq type='error' id='2'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
log     ERROR the vCard of romeo@
romeo   > <iq type='set' id='3'><vCard xmlns='vcard-temp'><FN>Montague</FN></vCard></iq>
romeo   < <iq type='result' id='3'/>
romeo   > <iq type='get' id='4'><vCard xmlns='vcard-temp'/></iq>
romeo   < <iq type='result' id='4'><vCard xmlns='vcard-temp'><FN>Montague</FN></vCard></iq>
