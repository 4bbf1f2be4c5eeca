title   XEP-0012 §4: a friend's question about a full address is the client's to answer
users   romeo juliet, friends
romeo   > <iq type='get' id='1' to='{juliet/full}'><query xmlns='jabber:iq:last'/></iq>
juliet  < <iq type='get' id='1' from='{romeo/full}'><query xmlns='jabber:iq:last'/></iq>
juliet  > <iq type='result' id='1' to='{romeo/full}'><query xmlns='jabber:iq:last' seconds='123'/></iq>
romeo   < <iq type='result' id='1' from='{juliet/full}'><query xmlns='jabber:iq:last' seconds='123'/></iq>
romeo   > <iq type='get' id='2' to='{juliet/gone}'><query xmlns='jabber:iq:last'/></iq>
romeo   < <iq type='error' id='2' from='{juliet/gone}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
