title   XEP-0191 §3.3: unavailable presence only to those who may see presence
users   romeo juliet
romeo   > <iq type='set' id='1'><block xmlns='urn:xmpp:blocking'><item jid='{juliet}'/></block></iq>
romeo   < <iq type='result' id='1'/>
juliet  < nothing
