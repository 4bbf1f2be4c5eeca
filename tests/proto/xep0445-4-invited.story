title   XEP-0445 §4: who has an invitation registers; the token is good once
option  registration = invite
command invite create
answer  token = {=token}
answer  uri = xmpp:{host}?register;preauth={token}
stream  juliet secure
juliet  greets
juliet  > <iq type='set' id='1'><query xmlns='jabber:iq:register'><username>juliet</username><password>correct horse</password></query></iq>
juliet  < <iq type='error' id='1' from='{host}'><error type='cancel' code='405'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='get' id='2'><query xmlns='jabber:iq:register'/></iq>
juliet  < <iq type='error' id='2' from='{host}'><error type='cancel' code='405'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='set' to='{host}' id='3'><preauth xmlns='urn:xmpp:pars:0' token='{token}'/></iq>
juliet  < <iq type='result' from='{host}' id='3'/>
juliet  > <iq type='get' id='4'><query xmlns='jabber:iq:register'/></iq>
juliet  < <iq type='result' id='4'><query xmlns='jabber:iq:register'><instructions>*</instructions><username/><password/><x xmlns='jabber:x:data' type='form'><title>*</title><instructions>*</instructions><field type='hidden' var='FORM_TYPE'><value>jabber:iq:register</value></field><field type='text-single' var='username' label='*'><required/></field><field type='text-private' var='password' label='*'><required/></field></x></query></iq>
juliet  > <iq type='set' id='5'><query xmlns='jabber:iq:register'><username>juliet</username><password>correct horse</password></query></iq>
juliet  < <iq type='result' id='5'/>
command invite list
answer  invites.count = 0
stream  nurse secure
nurse   greets
nurse   > <iq type='set' id='6'><preauth xmlns='urn:xmpp:pars:0' token='{token}'/></iq>
nurse   < <iq type='error' id='6' from='{host}'><error type='cancel' code='404'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
nurse   > <iq type='set' id='7'><query xmlns='jabber:iq:register'><username>nurse</username><password>correct horse</password></query></iq>
nurse   < <iq type='error' id='7' from='{host}'><error type='cancel' code='405'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
