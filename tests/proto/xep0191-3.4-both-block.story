title   XEP-0191 §3.4: who has blocked the user does not see him come back
users   romeo juliet, friends
romeo   > <iq type='set' id='1'><block xmlns='urn:xmpp:blocking'><item jid='{juliet}'/></block></iq>
romeo   < <iq type='result' id='1'/>
juliet  < <presence type='unavailable' from='{romeo/full}'/>
juliet  > <iq type='set' id='2'><block xmlns='urn:xmpp:blocking'><item jid='{romeo}'/></block></iq>
juliet  < <iq type='result' id='2'/>
romeo   > <iq type='set' id='3'><unblock xmlns='urn:xmpp:blocking'><item jid='{juliet}'/></unblock></iq>
romeo   < <iq type='result' id='3'/>
romeo   < nothing
juliet  < nothing
