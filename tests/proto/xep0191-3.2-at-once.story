title   XEP-0191 §3.2, RFC 6120 §10.1: the list that is asked for at once has what was blocked before
users   romeo
romeo   > <iq type='set' id='1'><block xmlns='urn:xmpp:blocking'><item jid='tybalt@capulet.example'/></block></iq>
romeo   > <iq type='get' id='2'><blocklist xmlns='urn:xmpp:blocking'/></iq>
romeo   <~ <iq type='result' id='1'/>
romeo   <~ <iq type='result' id='2'><blocklist xmlns='urn:xmpp:blocking'><item jid='tybalt@capulet.example'/></blocklist></iq>
# the list was asked for before the block was stored, so its push comes too
romeo   < <iq type='set'><block xmlns='urn:xmpp:blocking'><item jid='tybalt@capulet.example'/></block></iq>
