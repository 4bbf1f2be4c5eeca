title   XEP-0191 §3.3, RFC 6120 §8.3.3.18: one account does not block more than the limit
option  blocking_max_items = 10
users   romeo
romeo   > <iq type='set' id='1'><block xmlns='urn:xmpp:blocking'><item jid='a1.example'/><item jid='a2.example'/><item jid='a3.example'/><item jid='a4.example'/><item jid='a5.example'/><item jid='a6.example'/><item jid='a7.example'/><item jid='a8.example'/><item jid='a9.example'/></block></iq>
romeo   > <iq type='set' id='2'><block xmlns='urn:xmpp:blocking'><item jid='b1.example'/><item jid='b2.example'/></block></iq>
romeo   > <iq type='set' id='3'><block xmlns='urn:xmpp:blocking'><item jid='a1.example'/><item jid='b1.example'/></block></iq>
romeo   <~ <iq type='result' id='1'/>
romeo   <~ <iq type='error' id='2'><error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   <~ <iq type='result' id='3'/>
