title   XEP-0445 §4: a revoked token is refused, also to who has shown it already
option  registration = invite
command invite create
answer  token = {=token}
answer  id = {=id}
stream  juliet secure
juliet  greets
juliet  > <iq type='set' id='1'><preauth xmlns='urn:xmpp:pars:0' token='{token}'/></iq>
juliet  < <iq type='result' id='1'/>
command invite revoke id={id}
answer  message = The invitation {id} cannot be used any more
command invite revoke id={id}
answer  error = item-not-found
juliet  > <iq type='set' id='2'><query xmlns='jabber:iq:register'><username>juliet</username><password>correct horse</password></query></iq>
juliet  < <iq type='error' id='2' from='{host}'><error type='cancel' code='405'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
