title   RFC 6121 §2.3.3: nobody else may read or change a roster
users   romeo juliet
juliet  > <iq type='set' id='1' to='{romeo}'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}'/></query></iq>
juliet  < <iq type='error' id='1' from='{romeo}'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='get' id='2' to='{romeo}'><query xmlns='jabber:iq:roster'></query></iq>
juliet  < <iq type='error' id='2' from='{romeo}'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='set' id='3' to='nobody@{host}'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}'/></query></iq>
juliet  < <iq type='error' id='3' from='nobody@{host}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   < nothing
