title   RFC 6121 §3.1.3, security warning: how many requests of strangers wait for one account, and how large they are, has a bound
option  roster_max_requests = 1
users   romeo mercutio
users   juliet, offline
romeo   > <presence type='subscribe' id='1' to='{juliet}'><status>{repeat 9000 x}</status></presence>
romeo   < <presence type='error' id='1' from='{juliet}'><error type='modify'><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='subscribe' id='2' to='{juliet}'><status>{repeat 7000 x}</status></presence>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='none' ask='subscribe'/></query></iq>
mercutio > <presence type='subscribe' id='3' to='{juliet}'/>
mercutio < <presence type='error' id='3' from='{juliet}'><error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
mercutio > <iq type='get' id='4'><query xmlns='jabber:iq:roster'/></iq>
mercutio < <iq type='result' id='4'><query xmlns='jabber:iq:roster'/></iq>
juliet  connects
juliet  < <presence type='subscribe' id='2' from='{romeo}'><status>{repeat 7000 x}</status></presence>
juliet  > <presence type='unsubscribed' to='{romeo}'/>
romeo   < <presence type='unsubscribed' from='{juliet}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='none'/></query></iq>
mercutio > <presence type='subscribe' id='5' to='{juliet}'/>
juliet  < <presence type='subscribe' id='5' from='{mercutio}'/>
mercutio < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='none' ask='subscribe'/></query></iq>
