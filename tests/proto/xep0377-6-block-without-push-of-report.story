title   XEP-0377 §6: a report is between the user and the server; other resources get the block alone
users   romeo
romeo   > <iq type='get' id='1'><blocklist xmlns='urn:xmpp:blocking'/></iq>
romeo   < <iq type='result' id='1'><blocklist xmlns='urn:xmpp:blocking'/></iq>
romeo   > <iq type='set' id='2'><block xmlns='urn:xmpp:blocking'><item jid='tybalt@capulet.example'><report xmlns='urn:xmpp:reporting:1' reason='urn:xmpp:reporting:spam'/></item></block></iq>
romeo   < <iq type='result' id='2'/>
romeo   < <iq type='set'><block xmlns='urn:xmpp:blocking'><item jid='tybalt@capulet.example'/></block></iq>
