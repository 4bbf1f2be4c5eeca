title   XEP-0065 §6.3.5: a stream for which nobody has connected is not found; what names no stream is refused; rooms know nothing of it
users   romeo
romeo   > <iq type='set' id='1' to='proxy.{host}'><query xmlns='http://jabber.org/protocol/bytestreams' sid='s'><activate>juliet@{host}/x</activate></query></iq>
romeo   < <iq type='error' id='1' from='proxy.{host}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='2' to='proxy.{host}'><query xmlns='http://jabber.org/protocol/bytestreams'><activate>juliet@{host}/x</activate></query></iq>
romeo   < <iq type='error' id='2' from='proxy.{host}'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='3' to='{muc}'><query xmlns='http://jabber.org/protocol/bytestreams'/></iq>
romeo   < <iq type='error' id='3' from='{muc}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
