title   Option search = off: there is no directory, and nothing says that there is
option  search = off
users   romeo
romeo   > <iq type='get' id='1' to='{host}'><query xmlns='jabber:iq:search'/></iq>
romeo   < <iq type='error' id='1'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='2' to='{host}'><query xmlns='jabber:iq:search'><nick>romeo</nick></query></iq>
romeo   < <iq type='error' id='2'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
