title   roster_max_requests: a stranger's request beyond it is refused, and those that wait are still there
option  roster_max_requests = 1
users   romeo benvolio
users   juliet, offline
romeo   > <presence type='subscribe' to='juliet@verona.example'/>
romeo   <~ <iq type='set' id='{=push}'><query xmlns='jabber:iq:roster'><item jid='juliet@verona.example' subscription='none' ask='subscribe'/></query></iq>
benvolio > <presence type='subscribe' to='juliet@verona.example'/>
benvolio < <presence type='error'>...<error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
juliet  connects
juliet  < <presence type='subscribe' from='{romeo}'/>
juliet  < nothing
