title   XEP-0077 §3.1: what a person can mend comes back with the fields and the name, never with the password
option  registration = open
users   romeo
stream  guest secure
guest   greets
guest   > <iq type='set' id='1'><query xmlns='jabber:iq:register'><username>romeo</username><password>correct horse</password></query></iq>
guest   < <iq type='error' id='1'><query xmlns='jabber:iq:register'><instructions>*</instructions><username>romeo</username><password/><x xmlns='jabber:x:data' type='form'><field type='text-single' var='username' label='*'><value>romeo</value><required/></field><field type='text-private' var='password' label='*'><required/></field>...</x></query><error type='cancel' code='409'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
guest   > <iq type='set' id='2'><query xmlns='jabber:iq:register'><password>correct horse</password></query></iq>
guest   < <iq type='error' id='2'><query xmlns='jabber:iq:register'><instructions>*</instructions><username/><password/><x xmlns='jabber:x:data' type='form'>...</x></query><error type='modify' code='406'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
