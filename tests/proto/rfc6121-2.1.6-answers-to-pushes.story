title   RFC 6121 §2.1.6: answers to roster pushes, also errors and those of strangers, are ignored
users   romeo juliet
romeo   > <iq type='set' id='1'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}'/></query></iq>
romeo   < <iq type='result' id='1'/>
romeo   < <iq type='set' id='{=p}'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}' subscription='none'/></query></iq>
romeo   > <iq type='result' id='{p}'/>
romeo   > <iq type='error' id='{p}' to='{romeo}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='error' id='{p}' to='{romeo}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   < nothing
juliet  < nothing
romeo   > <iq type='get' id='2'><query xmlns='jabber:iq:roster'/></iq>
romeo   < <iq type='result' id='2'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}' subscription='none'/></query></iq>
