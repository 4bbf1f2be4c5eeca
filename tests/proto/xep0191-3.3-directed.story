title   XEP-0191 §3.3, RFC 6121 §4.6.3: who got directed presence sees the user go, once
users   romeo juliet
romeo   > <presence to='{juliet/full}'/>
juliet  < <presence from='{romeo/full}' to='{juliet/full}'/>
romeo   > <iq type='set' id='1'><block xmlns='urn:xmpp:blocking'><item jid='{juliet}'/></block></iq>
romeo   < <iq type='result' id='1'/>
juliet  < <presence type='unavailable' from='{romeo/full}' to='{juliet/full}'/>
romeo disconnects
juliet  < nothing
