title   RFC 6121 §8.5.3.1: a subscriber may ask a resource, and not the other way round
users   romeo juliet
romeo   > <presence type='subscribe' to='{juliet}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='none' ask='subscribe'/></query></iq>
juliet  < <presence type='subscribe' from='{romeo}' to='{juliet}'/>
juliet  > <presence type='subscribed' to='{romeo}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='from'/></query></iq>
romeo   < <presence type='subscribed' from='{juliet}' to='{romeo}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='to'/></query></iq>
romeo   < <presence from='{juliet/full}'/>
romeo   > <iq type='get' id='1' to='{juliet/full}'><query xmlns='urn:example:any'/></iq>
juliet  < <iq type='get' id='1' from='{romeo/full}'><query xmlns='urn:example:any'/></iq>
juliet  > <iq type='result' id='1' to='{romeo/full}'/>
romeo   < <iq type='result' id='1' from='{juliet/full}'/>
juliet  > <iq type='get' id='2' to='{romeo/full}'><query xmlns='urn:example:any'/></iq>
juliet  < <iq type='error' id='2' from='{romeo/full}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   < nothing
