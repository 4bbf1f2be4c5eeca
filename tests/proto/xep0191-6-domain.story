title   XEP-0191 §6 rule 4: a domain means everybody there; §5: but never the user himself, nor the server he is on
users   romeo juliet, friends
romeo/phone connects
romeo   > <iq type='set' id='1'><block xmlns='urn:xmpp:blocking'><item jid='{host}'/></block></iq>
romeo   < <iq type='result' id='1'/>
juliet  < <presence type='unavailable' from='{romeo/full}'/>
juliet  < <presence type='unavailable' from='{romeo/phone}'/>
juliet  > <message type='chat' id='m1' to='{romeo}'><body>Hi</body></message>
juliet  < <message type='error' id='m1'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <message type='chat' to='{romeo/phone}'><body>To myself</body></message>
romeo/phone < <message type='chat' from='{romeo/full}'><body>To myself</body></message>
romeo   > <iq type='get' id='2' to='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
romeo   < <iq type='result' id='2'/>
romeo   > <presence><show>away</show></presence>
romeo   < <presence from='{romeo/full}'><show>away</show></presence>
romeo/phone < <presence from='{romeo/full}'><show>away</show></presence>
juliet  < nothing
