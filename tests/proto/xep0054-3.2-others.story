title   XEP-0054 §3.2: nobody sets somebody else's card, nor the host's
users   romeo juliet, friends
romeo   > <iq type='set' id='1' to='{juliet}'><vCard xmlns='vcard-temp' version='3.0'><NICKNAME>jule</NICKNAME><FN>Juliet Capulet</FN><N><GIVEN>Juliet</GIVEN><FAMILY>Capulet</FAMILY><MIDDLE/></N><X-BALCONY><HEIGHT unit='m'>3</HEIGHT></X-BALCONY><TEL><HOME/><VOICE/><NUMBER/></TEL><note xmlns='urn:example:note'>&lt;&amp;&gt; ж</note><DESC> two  blanks </DESC></vCard></iq>
romeo   < <iq type='error' id='1' from='{juliet}'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='2' to='{host}'><vCard xmlns='vcard-temp' version='3.0'><NICKNAME>jule</NICKNAME><FN>Juliet Capulet</FN><N><GIVEN>Juliet</GIVEN><FAMILY>Capulet</FAMILY><MIDDLE/></N><X-BALCONY><HEIGHT unit='m'>3</HEIGHT></X-BALCONY><TEL><HOME/><VOICE/><NUMBER/></TEL><note xmlns='urn:example:note'>&lt;&amp;&gt; ж</note><DESC> two  blanks </DESC></vCard></iq>
romeo   < <iq type='error' id='2' from='{host}'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='3' to='nobody@{host}'><vCard xmlns='vcard-temp' version='3.0'><NICKNAME>jule</NICKNAME><FN>Juliet Capulet</FN><N><GIVEN>Juliet</GIVEN><FAMILY>Capulet</FAMILY><MIDDLE/></N><X-BALCONY><HEIGHT unit='m'>3</HEIGHT></X-BALCONY><TEL><HOME/><VOICE/><NUMBER/></TEL><note xmlns='urn:example:note'>&lt;&amp;&gt; ж</note><DESC> two  blanks </DESC></vCard></iq>
romeo   < <iq type='error' id='3' from='nobody@{host}'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='get' id='4'><vCard xmlns='vcard-temp'/></iq>
juliet  < <iq type='error' id='4'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
