title   XEP-0445 §4: tokens cannot be guessed without end
option  registration = invite
option  registration_per_address = 2
stream  guest secure
guest   greets
guest   > <iq type='set' id='1'><preauth xmlns='urn:xmpp:pars:0' token='a'/></iq>
guest   < <iq type='error' id='1' from='{host}'><error type='cancel' code='404'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
guest   > <iq type='set' id='2'><preauth xmlns='urn:xmpp:pars:0'/></iq>
guest   < <iq type='error' id='2' from='{host}'><error type='cancel' code='404'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
guest   > <iq type='set' id='3'><preauth xmlns='urn:xmpp:pars:0' token='b'/></iq>
guest   < <iq type='error' id='3' from='{host}'><error type='cancel' code='404'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
guest   > <iq type='set' id='4'><preauth xmlns='urn:xmpp:pars:0' token='c'/></iq>
guest   < <iq type='error' id='4' from='{host}'><error type='modify' code='406'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
