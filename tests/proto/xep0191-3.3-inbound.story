title   XEP-0191 §3.3: what somebody blocked sends: presence is ignored, messages and requests come back, answers are dropped
users   romeo juliet, friends
romeo   > <iq type='set' id='1'><block xmlns='urn:xmpp:blocking'><item jid='{juliet}'/></block></iq>
romeo   < <iq type='result' id='1'/>
juliet  < <presence type='unavailable' from='{romeo/full}'/>
juliet  > <message type='chat' id='m1' to='{romeo}'><body>Hi</body></message>
juliet  < <message type='error' id='m1' from='{romeo}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
juliet  > <message type='chat' id='m2' to='{romeo/full}'><body>Hi</body></message>
juliet  < <message type='error' id='m2' from='{romeo/full}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
juliet  > <message type='error' id='m3' to='{romeo/full}'><error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
juliet  > <presence to='{romeo/full}'/>
juliet  > <presence type='probe' to='{romeo/full}'/>
juliet  > <iq type='get' id='i1' to='{romeo/full}'><query xmlns='jabber:iq:version'/></iq>
juliet  < <iq type='error' id='i1' from='{romeo/full}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='get' id='i2' to='{romeo}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
juliet  < <iq type='error' id='i2' from='{romeo}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='result' id='i3' to='{romeo/full}'/>
romeo   < nothing
juliet  < nothing
