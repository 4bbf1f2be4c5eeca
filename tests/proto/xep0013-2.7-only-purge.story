title   XEP-0013: nothing else of it is offered, and so it is not announced
users   romeo
romeo   > <iq type='set' id='1'><offline xmlns='http://jabber.org/protocol/offline'><item action='remove' node='1'/></offline></iq>
romeo   < <iq type='error' id='1'><error type='cancel'><feature-not-implemented xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
