title   XEP-0065 §4: where the proxy is: under the host's name, or as configured; guests are forbidden to know
option  guests = yes
users   romeo
romeo   > <iq type='get' id='1' to='proxy.{host}'><query xmlns='http://jabber.org/protocol/bytestreams'/></iq>
romeo   < <iq type='result' id='1' from='proxy.{host}'><query xmlns='http://jabber.org/protocol/bytestreams'><streamhost jid='proxy.{host}' host='{host}' port='7777'/></query></iq>
stream  guest secure
guest greets
guest > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'>=</auth>
guest < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
guest greets
guest > <iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>
guest < <iq type='result' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>*</jid></bind></iq>
guest   > <iq type='get' id='2' to='proxy.{host}'><query xmlns='http://jabber.org/protocol/bytestreams'/></iq>
guest   < <iq type='error' id='2' from='proxy.{host}'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
guest   > <iq type='set' id='3' to='proxy.{host}'><query xmlns='http://jabber.org/protocol/bytestreams' sid='s'><activate>{romeo/full}</activate></query></iq>
guest   < <iq type='error' id='3' from='proxy.{host}'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
