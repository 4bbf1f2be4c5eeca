title   XEP-0191 §3.5: an empty unblock lifts every block
users   romeo juliet, friends
romeo   > <iq type='set' id='1'><block xmlns='urn:xmpp:blocking'><item jid='{juliet}'/><item jid='tybalt@capulet.example'/></block></iq>
romeo   < <iq type='result' id='1'/>
juliet  < <presence type='unavailable' from='{romeo/full}'/>
romeo   > <iq type='set' id='2'><unblock xmlns='urn:xmpp:blocking'/></iq>
romeo   < <iq type='result' id='2'/>
juliet  < <presence from='{romeo/full}'/>
romeo   < <presence from='{juliet/full}'/>
romeo   > <iq type='get' id='3'><blocklist xmlns='urn:xmpp:blocking'/></iq>
romeo   < <iq type='result' id='3'><blocklist xmlns='urn:xmpp:blocking'/></iq>
restart
romeo connects
romeo   > <iq type='get' id='4'><blocklist xmlns='urn:xmpp:blocking'/></iq>
romeo   < <iq type='result' id='4'><blocklist xmlns='urn:xmpp:blocking'/></iq>
