title   XEP-0191 §3.3: a request that waits is not shown any more once its sender is blocked
users   romeo juliet
romeo disconnects
juliet  > <presence type='subscribe' to='{romeo}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='none' ask='subscribe'/></query></iq>
romeo connects without presence
romeo   > <iq type='set' id='1'><block xmlns='urn:xmpp:blocking'><item jid='{juliet}'/></block></iq>
romeo   < <iq type='result' id='1'/>
romeo   > <presence/>
romeo   < <presence from='{romeo/full}'/>
romeo   < nothing
