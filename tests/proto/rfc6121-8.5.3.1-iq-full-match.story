title   RFC 6121 §8.5.3.1: get, set, result and error travel between resources
users   romeo juliet, friends
romeo   > <iq type='get' id='1' to='{juliet/full}'><query xmlns='urn:example:any'/></iq>
juliet  < <iq type='get' id='1' from='{romeo/full}' to='{juliet/full}'><query xmlns='urn:example:any'/></iq>
juliet  > <iq type='result' id='1' to='{romeo/full}'><query xmlns='urn:example:any'/></iq>
romeo   < <iq type='result' id='1' from='{juliet/full}' to='{romeo/full}'><query xmlns='urn:example:any'/></iq>
romeo   > <iq type='set' id='2' to='{juliet/full}'><query xmlns='urn:example:any'/></iq>
juliet  < <iq type='set' id='2' from='{romeo/full}'><query xmlns='urn:example:any'/></iq>
juliet  > <iq type='error' id='2' to='{romeo/full}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   < <iq type='error' id='2' from='{juliet/full}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
