title   XEP-0445 §4: a registration that fails does not use the token up
option  registration = invite
users   romeo
command invite create
answer  token = {=token}
stream  juliet secure
juliet  greets
juliet  > <iq type='set' id='1'><preauth xmlns='urn:xmpp:pars:0' token='{token}'/></iq>
juliet  < <iq type='result' id='1'/>
juliet  > <iq type='set' id='2'><query xmlns='jabber:iq:register'><username>romeo</username><password>correct horse</password></query></iq>
juliet  < <iq type='error' id='2' from='{host}'><error type='cancel' code='409'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
command invite list
answer  invites.0.uses_left = 1
juliet  > <iq type='set' id='3'><query xmlns='jabber:iq:register'><username>juliet</username><password>correct horse</password></query></iq>
juliet  < <iq type='result' id='3'/>
