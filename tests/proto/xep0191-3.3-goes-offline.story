title   XEP-0191 §3.3: who is blocked sees the user go offline, and nothing of him any more
users   romeo juliet, friends
romeo   > <iq type='set' id='1'><block xmlns='urn:xmpp:blocking'><item jid='{juliet}'/></block></iq>
romeo   < <iq type='result' id='1'/>
juliet  < <presence type='unavailable' from='{romeo/full}' to='{juliet}'/>
romeo   > <presence><show>away</show></presence>
romeo   < <presence from='{romeo/full}'><show>away</show></presence>
romeo   > <presence type='unavailable'/>
romeo   < <presence type='unavailable' from='{romeo/full}'/>
romeo   > <presence/>
romeo   < <presence from='{romeo/full}'/>
juliet  > <presence type='probe' to='{romeo}'/>
juliet  > <presence><show>xa</show></presence>
juliet  < <presence from='{juliet/full}'><show>xa</show></presence>
romeo disconnects
juliet  < nothing
juliet disconnects
romeo connects
juliet connects
romeo   < nothing
juliet  < nothing
