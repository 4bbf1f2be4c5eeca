title   RFC 6121 §2.5.3: removing who is not in the roster is item-not-found
users   romeo
romeo   > <iq type='set' id='1'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}' subscription='remove'/></query></iq>
romeo   < <iq type='error' id='1'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
