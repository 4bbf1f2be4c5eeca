title   XEP-0191 §6 rule 1: with a resource, that one alone is blocked
users   romeo juliet, friends
juliet/phone connects
romeo   > <iq type='set' id='1'><block xmlns='urn:xmpp:blocking'><item jid='{juliet/phone}'/></block></iq>
romeo   < <iq type='result' id='1'/>
juliet/phone < <presence type='unavailable' from='{romeo/full}'/>
juliet  < nothing
juliet/phone > <message type='chat' id='m1' to='{romeo}'><body>Hi</body></message>
juliet/phone < <message type='error' id='m1'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
juliet  > <message type='chat' to='{romeo}'><body>Hi</body></message>
romeo   < <message type='chat' from='{juliet/full}'><body>Hi</body></message>
romeo   > <presence><show>away</show></presence>
romeo   < <presence from='{romeo/full}'><show>away</show></presence>
juliet  < <presence from='{romeo/full}'><show>away</show></presence>
juliet/phone < nothing
