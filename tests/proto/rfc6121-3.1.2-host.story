title   RFC 6121 §3.1.2: nobody can be subscribed to a host; the rosters stay as they are
users   romeo
romeo   > <presence type='subscribe' id='1' to='{host}'/>
romeo   < <presence type='error' id='1' from='{host}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='subscribed' id='2' to='{host}'/>
romeo   < <presence type='error' id='2' from='{host}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='unsubscribe' id='3' to='{host}/somewhere'/>
romeo   < <presence type='error' id='3' from='{host}/somewhere'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <presence type='unsubscribed' id='4' to='{host}/somewhere'/>
romeo   < <presence type='error' id='4' from='{host}/somewhere'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <iq type='get' id='5'><query xmlns='jabber:iq:roster'/></iq>
romeo   < <iq type='result' id='5'><query xmlns='jabber:iq:roster'/></iq>
