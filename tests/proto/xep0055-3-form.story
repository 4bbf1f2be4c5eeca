title   XEP-0055 §3: who sends the form gets a form, with the columns reported; a form that is none of ours is refused
users   juliet romeo
juliet  > <iq type='set' id='c'><vCard xmlns='vcard-temp'><N><GIVEN>Juliet</GIVEN><FAMILY>Capulet</FAMILY></N></vCard></iq>
juliet  < <iq type='result' id='c'/>
romeo   > <iq type='set' id='1' to='{host}'><query xmlns='jabber:iq:search'><x xmlns='jabber:x:data' type='submit'><field type='hidden' var='FORM_TYPE'><value>jabber:iq:search</value></field><field var='last'><value>capulet</value></field><field var='nick'/><field var='x-gender'><value>male</value></field></x></query></iq>
romeo   < <iq type='result' id='1' from='{host}'><query xmlns='jabber:iq:search'><x xmlns='jabber:x:data' type='result'><field type='hidden' var='FORM_TYPE'><value>jabber:iq:search</value></field>
	<reported><field type='text-single' var='first' label='*'/><field type='text-single' var='last' label='*'/><field type='text-single' var='nick' label='*'/><field type='text-single' var='email' label='*'/><field type='jid-single' var='jid' label='*'/></reported>
	<item><field var='first'><value>Juliet</value></field><field var='last'><value>Capulet</value></field><field var='nick'><value/></field><field var='email'><value/></field><field var='jid'><value>{juliet}</value></field></item></x></query></iq>
romeo   > <iq type='set' id='2' to='{host}'><query xmlns='jabber:iq:search'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>jabber:iq:search</value></field><field var='last'><value>montague</value></field></x></query></iq>
romeo   < <iq type='result' id='2'><query xmlns='jabber:iq:search'/></iq>
romeo   > <iq type='set' id='3' to='{host}'><query xmlns='jabber:iq:search'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>jabber:iq:register</value></field><field var='last'><value>capulet</value></field></x></query></iq>
romeo   < <iq type='error' id='3'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='4' to='{host}'><query xmlns='jabber:iq:search'><x xmlns='jabber:x:data' type='cancel'/></query></iq>
romeo   < <iq type='error' id='4'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='5' to='{host}'><query xmlns='jabber:iq:search'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>jabber:iq:search</value></field><field var='last'><value>a</value><value>b</value></field></x></query></iq>
romeo   < <iq type='error' id='5'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
