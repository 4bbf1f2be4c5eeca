title   XEP-0191 §3.3, §3.4, §3.5: those resources that asked for the list get every change
users   romeo, connected
romeo/phone connects without presence
romeo/deaf connects without presence
romeo   > <iq type='get' id='1'><blocklist xmlns='urn:xmpp:blocking'/></iq>
romeo   < <iq type='result' id='1'><blocklist xmlns='urn:xmpp:blocking'/></iq>
romeo/phone > <iq type='get' id='1'><blocklist xmlns='urn:xmpp:blocking'/></iq>
romeo/phone < <iq type='result' id='1'><blocklist xmlns='urn:xmpp:blocking'/></iq>
romeo   > <iq type='set' id='2'><block xmlns='urn:xmpp:blocking'><item jid='tybalt@capulet.example'/></block></iq>
romeo   < <iq type='result' id='2'/>
romeo   < <iq type='set' id='*' to='{romeo/full}'><block xmlns='urn:xmpp:blocking'><item jid='tybalt@capulet.example'/></block></iq>
romeo/phone < <iq type='set' id='*' to='{romeo/phone}'><block xmlns='urn:xmpp:blocking'><item jid='tybalt@capulet.example'/></block></iq>
romeo   > <iq type='set' id='3'><unblock xmlns='urn:xmpp:blocking'><item jid='tybalt@capulet.example'/></unblock></iq>
romeo   < <iq type='result' id='3'/>
romeo   < <iq type='set'><unblock xmlns='urn:xmpp:blocking'><item jid='tybalt@capulet.example'/></unblock></iq>
romeo/phone < <iq type='set'><unblock xmlns='urn:xmpp:blocking'><item jid='tybalt@capulet.example'/></unblock></iq>
romeo   > <iq type='set' id='4'><unblock xmlns='urn:xmpp:blocking'/></iq>
romeo   < <iq type='result' id='4'/>
romeo   < <iq type='set'><unblock xmlns='urn:xmpp:blocking'/></iq>
romeo/phone < <iq type='set'><unblock xmlns='urn:xmpp:blocking'/></iq>
romeo/deaf < nothing
