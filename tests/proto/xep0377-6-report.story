title   XEP-0377 §6: a report that comes with a block is kept for administrators, who see to it
users   romeo
romeo   > <iq type='set' id='1'><block xmlns='urn:xmpp:blocking'><item jid='tybalt@capulet.example'><report xmlns='urn:xmpp:reporting:1' reason='urn:xmpp:reporting:spam'><stanza-id xmlns='urn:xmpp:sid:0' by='{romeo}' id='28482'/><stanza-id xmlns='urn:xmpp:sid:0' by='{romeo}' id='38383'/><text xml:lang='en'>Never came trouble to my house like this.</text></report></item><item jid='paris@capulet.example'><report xmlns='urn:xmpp:reporting:1' reason='urn:xmpp:reporting:abuse'/></item></block></iq>
romeo   < <iq type='result' id='1'/>
command reports list
answer  reports.count = 2
# in the order of the items
answer  reports.0.reporter = {romeo}
answer  reports.0.jid = tybalt@capulet.example
answer  reports.0.reason = spam
answer  reports.0.text = Never came trouble to my house like this.
answer  reports.0.id = {=id}
answer  reports.0.created_at = 2026-11-21T06:30:00Z
answer  reports.1.reason = abuse
answer  reports.1.text = null
command reports done id={id}
answer  message = The report {id} is done
command reports done id={id}
answer  error = item-not-found
command reports list
answer  reports.count = 1
command reports list all=true
answer  reports.count = 2
answer  reports.0.done_by = story
