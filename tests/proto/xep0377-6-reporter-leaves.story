title   XEP-0377 §6: a report stays with the administrators when the account of who reported is deleted, without its name
users   romeo
romeo   > <iq type='set' id='1'><block xmlns='urn:xmpp:blocking'><item jid='tybalt@capulet.example'><report xmlns='urn:xmpp:reporting:1' reason='urn:xmpp:reporting:spam'/></item></block></iq>
romeo   < <iq type='result' id='1'/>
command reports list
answer  reports.0.reporter = {romeo}
account romeo deleted
romeo   < <stream:error>...</stream:error>
romeo   closed
command reports list
answer  reports.count = 1
answer  reports.0.id = {=id}
answer  reports.0.jid = tybalt@capulet.example
answer  reports.0.reporter = null
command reports done id={id}
command reports list
answer  reports.count = 0
