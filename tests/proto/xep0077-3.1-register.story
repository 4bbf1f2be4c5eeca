title   XEP-0077 §3.1: who may register asks for the fields, gives them, and logs in on the same stream
option  registration = open
stream  juliet secure
juliet  greets
juliet  > <iq type='get' id='1' to='{host}'><query xmlns='jabber:iq:register'/></iq>
juliet  < <iq type='result' id='1' from='{host}'><query xmlns='jabber:iq:register'><instructions>*</instructions><username/><password/><x xmlns='jabber:x:data' type='form'><title>*</title><instructions>*</instructions><field type='hidden' var='FORM_TYPE'><value>jabber:iq:register</value></field><field type='text-single' var='username' label='*'><required/></field><field type='text-private' var='password' label='*'><required/></field></x></query></iq>
juliet  > <iq type='set' id='2' to='{host}'><query xmlns='jabber:iq:register'><username>Juliet</username><password>correct horse</password></query></iq>
juliet  < <iq type='result' id='2' from='{host}'/>
juliet  >> <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{base64 \0juliet\0correct horse}</auth>
juliet  binds full
juliet  > <iq type='get' id='3'><query xmlns='jabber:iq:register'/></iq>
juliet  < <iq type='result' id='3'><query xmlns='jabber:iq:register'><instructions>*</instructions><registered/><username>juliet</username><password/><x xmlns='jabber:x:data' type='form'>...</x></query></iq>
