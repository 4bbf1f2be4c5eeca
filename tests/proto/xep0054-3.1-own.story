title   XEP-0054 §3.1 and §3.2: the own card is there as it was set, at once, and after a restart; without one it is not found
users   juliet
juliet  > <iq type='get' id='1'><vCard xmlns='vcard-temp'/></iq>
juliet  < <iq type='error' id='1'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='set' id='2'><vCard xmlns='vcard-temp' version='3.0'><NICKNAME>jule</NICKNAME><FN>Juliet Capulet</FN><N><GIVEN>Juliet</GIVEN><FAMILY>Capulet</FAMILY><MIDDLE/></N><X-BALCONY><HEIGHT unit='m'>3</HEIGHT></X-BALCONY><TEL><HOME/><VOICE/><NUMBER/></TEL><note xmlns='urn:example:note'>&lt;&amp;&gt; ж</note><DESC> two  blanks </DESC></vCard></iq>
juliet  > <iq type='get' id='3'><vCard xmlns='vcard-temp'/></iq>
juliet  < <iq type='result' id='2'/>
juliet  < <iq type='result' id='3'><vCard xmlns='vcard-temp' version='3.0'><NICKNAME>jule</NICKNAME><FN>Juliet Capulet</FN><N><GIVEN>Juliet</GIVEN><FAMILY>Capulet</FAMILY><MIDDLE/></N><X-BALCONY><HEIGHT unit='m'>3</HEIGHT></X-BALCONY><TEL><HOME/><VOICE/><NUMBER/></TEL><note xmlns='urn:example:note'>&lt;&amp;&gt; ж</note><DESC> two  blanks </DESC></vCard></iq>
juliet  > <iq type='set' id='4' to='{juliet}'><vCard xmlns='vcard-temp'><FN>J</FN></vCard></iq>
juliet  < <iq type='result' id='4'/>
juliet  > <iq type='get' id='5' to='{juliet}'><vCard xmlns='vcard-temp'/></iq>
juliet  < <iq type='result' id='5' from='{juliet}'><vCard xmlns='vcard-temp'><FN>J</FN></vCard></iq>
restart
juliet  connects
juliet  > <iq type='get' id='6'><vCard xmlns='vcard-temp'/></iq>
juliet  < <iq type='result' id='6'><vCard xmlns='vcard-temp'><FN>J</FN></vCard></iq>
