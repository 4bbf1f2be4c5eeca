title   XEP-0445 §4: of two who use a single-use token at once one gets an account
option  workers = 1
option  registration = invite
command invite create
answer  token = {=token}
stream  one secure
one     greets
one     > <iq type='set' id='1'><preauth xmlns='urn:xmpp:pars:0' token='{token}'/></iq>
one     < <iq type='result' id='1'/>
stream  two secure
two     greets
two     > <iq type='set' id='1'><preauth xmlns='urn:xmpp:pars:0' token='{token}'/></iq>
two     < <iq type='result' id='1'/>
one     > <iq type='set' id='2'><query xmlns='jabber:iq:register'><username>juliet</username><password>correct horse</password></query></iq>
two     > <iq type='set' id='3'><query xmlns='jabber:iq:register'><username>nurse</username><password>correct horse</password></query></iq>
one     < <iq type='result' id='2'/>
two     < <iq type='error' id='3' from='{host}'><error type='cancel' code='405'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
command account list
answer  accounts.count = 1
