title   XEP-0445 §4: an invitation for a class holds for so many, from one address
option  registration = invite
option  registration_per_address = 1
command invite create uses=2
answer  token = {=token}
stream  one secure
one     greets
one     > <iq type='set' id='1'><preauth xmlns='urn:xmpp:pars:0' token='{token}'/></iq>
one     < <iq type='result' id='1'/>
one     > <iq type='set' id='2'><query xmlns='jabber:iq:register'><username>sampson</username><password>correct horse</password></query></iq>
one     < <iq type='result' id='2'/>
stream  two secure
two     greets
two     > <iq type='set' id='1'><preauth xmlns='urn:xmpp:pars:0' token='{token}'/></iq>
two     < <iq type='result' id='1'/>
two     > <iq type='set' id='2'><query xmlns='jabber:iq:register'><username>gregory</username><password>correct horse</password></query></iq>
two     < <iq type='result' id='2'/>
stream  three secure
three   greets
three   > <iq type='set' id='1'><preauth xmlns='urn:xmpp:pars:0' token='{token}'/></iq>
three   < <iq type='error' id='1' from='{host}'><error type='cancel' code='404'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
