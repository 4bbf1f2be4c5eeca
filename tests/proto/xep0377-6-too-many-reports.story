title   XEP-0377 §6: above the limit reports are not kept, the addresses are blocked
option  blocking_max_reports = 2
users   romeo
romeo   > <iq type='set' id='1'><block xmlns='urn:xmpp:blocking'><item jid='a.example'><report xmlns='urn:xmpp:reporting:1' reason='x'/></item><item jid='b.example'><report xmlns='urn:xmpp:reporting:1' reason='x'/></item><item jid='c.example'><report xmlns='urn:xmpp:reporting:1' reason='x'><text>{repeat 1500 ü}</text></report></item></block></iq>
romeo   < <iq type='result' id='1'/>
command reports list
answer  reports.count = 2
answer  reports.1.id = {=id}
command reports done id={id}
romeo   > <iq type='set' id='2'><block xmlns='urn:xmpp:blocking'><item jid='c.example'><report xmlns='urn:xmpp:reporting:1' reason='x'><text>{repeat 1500 ü}</text></report></item></block></iq>
romeo   < <iq type='result' id='2'/>
command reports list
answer  reports.count = 2
answer  reports.1.text = {repeat 1000 ü}
