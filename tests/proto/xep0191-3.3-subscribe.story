title   XEP-0191 §3.3: a blocked user who asks to subscribe gets no answer, and the request is not kept
users   romeo juliet
romeo   > <iq type='set' id='1'><block xmlns='urn:xmpp:blocking'><item jid='{juliet}'/></block></iq>
romeo   < <iq type='result' id='1'/>
juliet  > <presence type='subscribe' to='{romeo}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='none' ask='subscribe'/></query></iq>
juliet  < nothing
romeo   < nothing
romeo disconnects
romeo connects
romeo   > <iq type='set' id='2'><unblock xmlns='urn:xmpp:blocking'/></iq>
romeo   < <iq type='result' id='2'/>
romeo disconnects
romeo connects
romeo   < nothing
