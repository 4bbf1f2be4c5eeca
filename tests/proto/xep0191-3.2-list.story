title   XEP-0191 §3.2: the list is empty at first, has what was blocked, and outlives a restart
users   romeo
romeo   > <iq type='get' id='1'><blocklist xmlns='urn:xmpp:blocking'/></iq>
romeo   < <iq type='result' id='1'><blocklist xmlns='urn:xmpp:blocking'/></iq>
romeo   > <iq type='set' id='2'><block xmlns='urn:xmpp:blocking'><item jid='Tybalt@capulet.example'/><item jid='capulet.example/Gate'/></block></iq>
romeo   < <iq type='result' id='2'/>
romeo   < <iq type='set'><block xmlns='urn:xmpp:blocking'><item jid='tybalt@capulet.example'/><item jid='capulet.example/Gate'/></block></iq>
romeo   > <iq type='get' id='3'><blocklist xmlns='urn:xmpp:blocking'/></iq>
romeo   < <iq type='result' id='3'><blocklist xmlns='urn:xmpp:blocking'><item jid='tybalt@capulet.example'/><item jid='capulet.example/Gate'/></blocklist></iq>
restart
romeo connects
romeo   > <iq type='get' id='4'><blocklist xmlns='urn:xmpp:blocking'/></iq>
romeo   < <iq type='result' id='4'><blocklist xmlns='urn:xmpp:blocking'><item jid='tybalt@capulet.example'/><item jid='capulet.example/Gate'/></blocklist></iq>
