title   XEP-0055: the directory of a domain is for its own people: whoever has an account on another domain is forbidden to look
option  hosts = verona.example,mantua.example
users   romeo juliet
romeo   > <iq type='get' id='1' to='mantua.example'><query xmlns='jabber:iq:search'/></iq>
romeo   < <iq type='error' id='1' from='mantua.example'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='2' to='mantua.example'><query xmlns='jabber:iq:search'><nick>juliet</nick></query></iq>
romeo   < <iq type='error' id='2' from='mantua.example'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='3' to='users.mantua.example'><query xmlns='jabber:iq:search'><nick>juliet</nick></query></iq>
romeo   < <iq type='error' id='3' from='users.mantua.example'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
