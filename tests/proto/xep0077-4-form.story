title   XEP-0077 §4: the form that stands beside the plain fields registers too; unknown fields in it are ignored
option  registration = open
stream  juliet secure
juliet  greets
juliet  > <iq type='get' id='1'><query xmlns='jabber:iq:register'/></iq>
juliet  < <iq type='result' id='1'><query xmlns='jabber:iq:register'><instructions>*</instructions><username/><password/>
	<x xmlns='jabber:x:data' type='form'><title>*</title><instructions>*</instructions><field type='hidden' var='FORM_TYPE'><value>jabber:iq:register</value></field><field type='text-single' var='username' label='*'><required/></field><field type='text-private' var='password' label='*'><required/></field></x></query></iq>
juliet  > <iq type='set' id='2'><query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='submit'><field type='hidden' var='FORM_TYPE'><value>jabber:iq:register</value></field><field var='username'><value>Juliet</value></field><field var='password'><value>correct horse</value></field><field var='email'><value>j@verona.example</value></field></x></query></iq>
juliet  < <iq type='result' id='2'/>
juliet  >> <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{base64 \0juliet\0correct horse}</auth>
juliet  binds full
