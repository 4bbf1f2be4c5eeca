title   XEP-0077 §5: a closed server that names a web page tells of it, and makes no accounts itself
option  registration_url = https://school.example/join
stream  juliet secure
juliet  >> {header}
juliet  < <stream:stream version='1.0'/>
juliet  < <stream:features><register xmlns='http://jabber.org/features/iq-register'/><mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>...</mechanisms><limits xmlns='urn:xmpp:stream-limits:0'>...</limits></stream:features>
juliet  > <iq type='get' id='1'><query xmlns='jabber:iq:register'/></iq>
juliet  < <iq type='result' id='1'><query xmlns='jabber:iq:register'><instructions>Accounts are made at https://school.example/join</instructions><x xmlns='jabber:x:oob'><url>https://school.example/join</url></x></query></iq>
juliet  > <iq type='set' id='2'><query xmlns='jabber:iq:register'><username>juliet</username><password>correct horse</password></query></iq>
juliet  < <iq type='error' id='2'><error type='cancel' code='503'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
