title   RFC 6121 §2.1.2.3: an address that is none is refused, whatever is wrong with it, and changes nothing
users   romeo
romeo   > <iq type='set' id='1'><query xmlns='jabber:iq:roster'><item jid=''/></query></iq>
romeo   < <iq type='error' id='1'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='2'><query xmlns='jabber:iq:roster'><item jid=' '/></query></iq>
romeo   < <iq type='error' id='2'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='3'><query xmlns='jabber:iq:roster'><item jid='@{host}'/></query></iq>
romeo   < <iq type='error' id='3'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='4'><query xmlns='jabber:iq:roster'><item jid='nurse@'/></query></iq>
romeo   < <iq type='error' id='4'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='5'><query xmlns='jabber:iq:roster'><item jid='nurse@@{host}'/></query></iq>
romeo   < <iq type='error' id='5'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='6'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}/'/></query></iq>
romeo   < <iq type='error' id='6'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='7'><query xmlns='jabber:iq:roster'><item jid='/kitchen'/></query></iq>
romeo   < <iq type='error' id='7'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='8'><query xmlns='jabber:iq:roster'><item jid='nurse @{host}'/></query></iq>
romeo   < <iq type='error' id='8'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='9'><query xmlns='jabber:iq:roster'><item jid='nu rse@{host}'/></query></iq>
romeo   < <iq type='error' id='9'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='10'><query xmlns='jabber:iq:roster'><item jid='&quot;nurse&quot;@{host}'/></query></iq>
romeo   < <iq type='error' id='10'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='11'><query xmlns='jabber:iq:roster'><item jid='nurse&lt;@{host}'/></query></iq>
romeo   < <iq type='error' id='11'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='12'><query xmlns='jabber:iq:roster'><item jid='nurse@-{host}'/></query></iq>
romeo   < <iq type='error' id='12'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='13'><query xmlns='jabber:iq:roster'><item jid='nurse@verona..example'/></query></iq>
romeo   < <iq type='error' id='13'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='14'><query xmlns='jabber:iq:roster'><item jid='nurse@verona example'/></query></iq>
romeo   < <iq type='error' id='14'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='15'><query xmlns='jabber:iq:roster'><item jid='nurse@{repeat 254 x}'/></query></iq>
romeo   < <iq type='error' id='15'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='16'><query xmlns='jabber:iq:roster'><item jid='{repeat 1024 n}@{host}'/></query></iq>
romeo   < <iq type='error' id='16'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='17'><query xmlns='jabber:iq:roster'><item jid='nurse@{host}/{repeat 1024 r}'/></query></iq>
romeo   < <iq type='error' id='17'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='18'><query xmlns='jabber:iq:roster'><item jid='{repeat 4000 n}@{host}'/></query></iq>
romeo   < <iq type='error' id='18'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='19'><query xmlns='jabber:iq:roster'><item jid='nur&#x378;se@{host}'/></query></iq>
romeo   < <iq type='error' id='19'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='20'><query xmlns='jabber:iq:roster'><item jid='nurse&#x202e;@{host}'/></query></iq>
romeo   < <iq type='error' id='20'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='21'><query xmlns='jabber:iq:roster'><item jid='&#x5d0;nurse@{host}'/></query></iq>
romeo   < <iq type='error' id='21'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='22'><query xmlns='jabber:iq:roster'><item jid='nurse&#xe000;@{host}'/></query></iq>
romeo   < <iq type='error' id='22'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='23'><query xmlns='jabber:iq:roster'><item jid='nurse&#xfdd0;@{host}'/></query></iq>
romeo   < <iq type='error' id='23'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='24'><query xmlns='jabber:iq:roster'><item jid='&#x2665;@{host}'/></query></iq>
romeo   < <iq type='error' id='24'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='25'><query xmlns='jabber:iq:roster'><item jid='nurse@[::1'/></query></iq>
romeo   < <iq type='error' id='25'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='26'><query xmlns='jabber:iq:roster'><item jid='nurse@xn--a-.example'/></query></iq>
romeo   < <iq type='error' id='26'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='27'><query xmlns='jabber:iq:roster'><item jid='&#xad;@{host}'/></query></iq>
romeo   < <iq type='error' id='27'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='end'><query xmlns='jabber:iq:roster'/></iq>
romeo   < <iq type='result' id='end'><query xmlns='jabber:iq:roster'></query></iq>
