title   XEP-0054 §3.3: everybody may see a card; no card and no account look the same
users   romeo juliet
romeo   > <iq type='get' id='1' to='{juliet}'><vCard xmlns='vcard-temp'/></iq>
romeo   < <iq type='error' id='1' from='{juliet}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='2' to='nobody@{host}'><vCard xmlns='vcard-temp'/></iq>
romeo   < <iq type='error' id='2' from='nobody@{host}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='set' id='3'><vCard xmlns='vcard-temp' version='3.0'><NICKNAME>jule</NICKNAME><FN>Juliet Capulet</FN><N><GIVEN>Juliet</GIVEN><FAMILY>Capulet</FAMILY><MIDDLE/></N><X-BALCONY><HEIGHT unit='m'>3</HEIGHT></X-BALCONY><TEL><HOME/><VOICE/><NUMBER/></TEL><note xmlns='urn:example:note'>&lt;&amp;&gt; ж</note><DESC> two  blanks </DESC></vCard></iq>
juliet  < <iq type='result' id='3'/>
romeo   > <iq type='get' id='4' to='{juliet}'><vCard xmlns='vcard-temp'/></iq>
romeo   < <iq type='result' id='4' from='{juliet}'><vCard xmlns='vcard-temp' version='3.0'><NICKNAME>jule</NICKNAME><FN>Juliet Capulet</FN><N><GIVEN>Juliet</GIVEN><FAMILY>Capulet</FAMILY><MIDDLE/></N><X-BALCONY><HEIGHT unit='m'>3</HEIGHT></X-BALCONY><TEL><HOME/><VOICE/><NUMBER/></TEL><note xmlns='urn:example:note'>&lt;&amp;&gt; ж</note><DESC> two  blanks </DESC></vCard></iq>
juliet  < nothing
juliet  disconnects
romeo   > <iq type='get' id='5' to='{juliet}'><vCard xmlns='vcard-temp'/></iq>
romeo   < <iq type='result' id='5' from='{juliet}'><vCard xmlns='vcard-temp' version='3.0'><NICKNAME>jule</NICKNAME><FN>Juliet Capulet</FN><N><GIVEN>Juliet</GIVEN><FAMILY>Capulet</FAMILY><MIDDLE/></N><X-BALCONY><HEIGHT unit='m'>3</HEIGHT></X-BALCONY><TEL><HOME/><VOICE/><NUMBER/></TEL><note xmlns='urn:example:note'>&lt;&amp;&gt; ж</note><DESC> two  blanks </DESC></vCard></iq>
account juliet deleted
romeo   > <iq type='get' id='6' to='{juliet}'><vCard xmlns='vcard-temp'/></iq>
romeo   < <iq type='error' id='6' from='{juliet}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
