title   XEP-0377 §4, §6: without a reason it is no report, but the address is blocked as if there were none
users   romeo
romeo   > <iq type='set' id='1'><block xmlns='urn:xmpp:blocking'><item jid='tybalt@capulet.example'><report xmlns='urn:xmpp:reporting:1'><text>?</text></report></item></block></iq>
romeo   < <iq type='result' id='1'/>
command reports list
answer  reports.count = 0
romeo   > <iq type='get' id='2'><blocklist xmlns='urn:xmpp:blocking'/></iq>
romeo   < <iq type='result' id='2'><blocklist xmlns='urn:xmpp:blocking'><item jid='tybalt@capulet.example'/></blocklist></iq>
