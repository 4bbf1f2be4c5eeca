title   XEP-0445 §4: an expired token is refused when it is shown, not when it is used
option  registration = invite
option  login_timeout = 1h
command invite create days=1
answer  token = {=token}
answer  expires_at = 2026-11-22T06:30:00Z
clock   +1439m
stream  juliet secure
juliet  greets
juliet  > <iq type='set' id='1'><preauth xmlns='urn:xmpp:pars:0' token='{token}'/></iq>
juliet  < <iq type='result' id='1'/>
clock   +2m
stream  nurse secure
nurse   greets
nurse   > <iq type='set' id='1'><preauth xmlns='urn:xmpp:pars:0' token='{token}'/></iq>
nurse   < <iq type='error' id='1' from='{host}'><error type='cancel' code='404'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='set' id='2'><query xmlns='jabber:iq:register'><username>juliet</username><password>correct horse</password></query></iq>
juliet  < <iq type='result' id='2'/>
