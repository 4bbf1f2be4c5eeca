title   XEP-0175 §3 rule 2: a guest talks to the services of the own domain, not to those of another
option  hosts = verona.example,mantua.example
option  guests = yes
stream  guest secure
guest   greets
guest   > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'>=</auth>
guest   < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
guest   greets
guest   > <iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>
guest   < <iq type='result' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>{=me}</jid></bind></iq>
guest   > <iq type='get' id='1' to='conference.verona.example'><ping xmlns='urn:xmpp:ping'/></iq>
guest   < <iq type='result' id='1' from='conference.verona.example'/>
guest   > <iq type='get' id='2' to='conference.mantua.example'><ping xmlns='urn:xmpp:ping'/></iq>
guest   < <iq type='error' id='2' from='conference.mantua.example'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
guest   > <presence id='3' to='crypt@conference.mantua.example/visitor'><x xmlns='http://jabber.org/protocol/muc'/></presence>
guest   < <presence type='error' id='3' from='crypt@conference.mantua.example/visitor'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
guest   > <message id='4' to='crypt@conference.mantua.example' type='groupchat'><body>Hello</body></message>
guest   < <message type='error' id='4' from='crypt@conference.mantua.example'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
