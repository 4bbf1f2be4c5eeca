title   XEP-0077 §3.1, XEP-0004 §3 and §4: a form that is none, or is not whole, registers nobody
option  registration = open
stream  juliet secure
juliet  greets
juliet  > <iq type='set' id='1'><query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>jabber:iq:register</value></field><field var='username'><value>juliet</value></field></x></query></iq>
juliet  < <iq type='error' id='1'><error type='modify' code='406'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='set' id='2'><query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>jabber:iq:register</value></field><field var='username'><value>juliet</value></field><field var='password'><value>a</value><value>b</value></field></x></query></iq>
juliet  < <iq type='error' id='2'><error type='modify' code='406'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='set' id='3'><query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='cancel'/></query></iq>
juliet  < <iq type='error' id='3'><error type='modify' code='400'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='set' id='4'><query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>jabber:iq:search</value></field><field var='username'><value>juliet</value></field><field var='password'><value>correct horse</value></field></x></query></iq>
juliet  < <iq type='error' id='4'><error type='modify' code='400'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='set' id='5'><query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='sonnet'><field var='username'><value>juliet</value></field></x></query></iq>
juliet  < <iq type='error' id='5'><error type='modify' code='400'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
command account list
answer  accounts.count = 0
