title   XEP-0077 §3.3 and §4: who is registered sets a new password with the form
users   juliet
juliet  > <iq type='get' id='1'><query xmlns='jabber:iq:register'/></iq>
juliet  < <iq type='result' id='1'><query xmlns='jabber:iq:register'><registered/><instructions>*</instructions><username>juliet</username><password/>
	<x xmlns='jabber:x:data' type='form'><title>*</title><instructions>*</instructions><field type='hidden' var='FORM_TYPE'><value>jabber:iq:register</value></field><field type='text-single' var='username' label='*'><value>juliet</value><required/></field><field type='text-private' var='password' label='*'><required/></field></x></query></iq>
juliet  > <iq type='set' id='2'><query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>jabber:iq:register:changepassword</value></field><field var='username'><value>juliet</value></field><field var='password'/></x></query></iq>
juliet  < <iq type='error' id='2'><error type='modify' code='400'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='set' id='3'><query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>jabber:iq:register</value></field><field var='username'><value>juliet</value></field><field var='password'><value>correct horse</value></field></x></query></iq>
juliet  < <iq type='result' id='3'/>
juliet  disconnects
stream  juliet secure
juliet  greets
juliet  >> <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{base64 \0juliet\0correct horse}</auth>
juliet  binds full
