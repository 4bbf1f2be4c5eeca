title   XEP-0191 §3.4: who is unblocked sees the user again, and can reach him
users   romeo juliet, friends
romeo   > <presence><status>In Verona</status></presence>
romeo   < <presence from='{romeo/full}'><status>In Verona</status></presence>
juliet  < <presence from='{romeo/full}'><status>In Verona</status></presence>
romeo   > <iq type='set' id='1'><block xmlns='urn:xmpp:blocking'><item jid='{juliet}'/></block></iq>
romeo   < <iq type='result' id='1'/>
juliet  < <presence type='unavailable' from='{romeo/full}'/>
romeo   > <iq type='set' id='2'><unblock xmlns='urn:xmpp:blocking'><item jid='{juliet}'/></unblock></iq>
romeo   < <iq type='result' id='2'/>
juliet  < <presence from='{romeo/full}' to='{juliet}'><status>In Verona</status></presence>
# the contact's presence of meanwhile, which the user has missed
romeo   < <presence from='{juliet/full}' to='{romeo}'/>
juliet  > <message type='chat' to='{romeo}'><body>Hi</body></message>
romeo   < <message type='chat' from='{juliet/full}'><body>Hi</body></message>
romeo   > <message type='chat' to='{juliet}'><body>Hi</body></message>
juliet  < <message type='chat' from='{romeo/full}'><body>Hi</body></message>
