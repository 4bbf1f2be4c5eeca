title   XEP-0092 §2 and §5: the host says which software it is, and nothing of the operating system unless it is told to
users   romeo
romeo   > <iq type='get' id='1' to='{host}'><query xmlns='jabber:iq:version'/></iq>
romeo   < <iq type='result' id='1' from='{host}'><query xmlns='jabber:iq:version'><name>Nexa</name><version>*</version></query></iq>
romeo   > <iq type='get' id='2' to='{host}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='result' id='2' from='{host}'><query xmlns='http://jabber.org/protocol/disco#info'><feature var='jabber:iq:version'/>...</query></iq>
romeo   > <iq type='set' id='3' to='{host}'><query xmlns='jabber:iq:version'><name>Other</name></query></iq>
romeo   < <iq type='error' id='3' from='{host}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='4'><query xmlns='jabber:iq:version'/></iq>
romeo   < <iq type='error' id='4'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
