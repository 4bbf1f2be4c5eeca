title   XEP-0191 §3.3: the user cannot send anything to whom he has blocked; he is told so
users   romeo juliet, friends
romeo   > <iq type='set' id='1'><block xmlns='urn:xmpp:blocking'><item jid='{juliet}'/></block></iq>
romeo   > <message type='chat' id='m1' to='{juliet}'><body>Hi</body></message>
romeo   <~ <iq type='result' id='1'/>
romeo   < <message type='error' id='m1' from='{juliet}'><error type='cancel'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><blocked xmlns='urn:xmpp:blocking:errors'/></error></message>
romeo   > <presence id='p1' to='{juliet/full}'/>
romeo   < <presence type='error' id='p1' from='{juliet/full}'><error type='cancel'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><blocked xmlns='urn:xmpp:blocking:errors'/></error></presence>
romeo   > <presence id='p2' type='unsubscribe' to='{juliet}'/>
romeo   < <presence type='error' id='p2' from='{juliet}'><error type='cancel'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><blocked xmlns='urn:xmpp:blocking:errors'/></error></presence>
romeo   > <iq type='get' id='i1' to='{juliet/full}'><query xmlns='jabber:iq:version'/></iq>
romeo   <~ <iq type='error' id='i1' from='{juliet/full}'><error type='cancel'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><blocked xmlns='urn:xmpp:blocking:errors'/></error></iq>
juliet  < <presence type='unavailable' from='{romeo/full}'/>
juliet  < nothing
