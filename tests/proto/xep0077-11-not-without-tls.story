title   XEP-0077 §8, §11: nothing is offered or done before the stream is encrypted
option  registration = open
stream  juliet
juliet  >> {header}
juliet  < <stream:stream version='1.0'/>
juliet  < <stream:features><limits xmlns='urn:xmpp:stream-limits:0'>...</limits></stream:features>
juliet  > <iq type='get' id='1'><query xmlns='jabber:iq:register'/></iq>
juliet  < <iq type='error' id='1' from='{host}'><error type='auth' code='401'><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='set' id='2'><query xmlns='jabber:iq:register'><username>juliet</username><password>correct horse</password></query></iq>
juliet  < <iq type='error' id='2' from='{host}'><error type='auth' code='401'><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='set' id='3'><preauth xmlns='urn:xmpp:pars:0' token='x'/></iq>
juliet  < <iq type='error' id='3' from='{host}'><error type='auth' code='401'><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
