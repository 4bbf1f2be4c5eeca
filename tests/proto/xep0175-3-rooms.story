title   XEP-0175 §3: a guest enters a room that is there, and makes none
option  guests = yes
users   romeo
stream  guest secure
guest   greets
guest   > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'>=</auth>
guest   < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
guest   greets
guest   > <iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>
guest   < <iq type='result' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>{=me}</jid></bind></iq>
guest   > <presence to='garden@{muc}/visitor' id='1'><x xmlns='http://jabber.org/protocol/muc'/></presence>
guest   < <presence type='error' id='1' from='garden@{muc}/visitor'><x xmlns='http://jabber.org/protocol/muc'/><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   makes garden as romeo
guest   > <presence to='garden@{muc}/visitor'><x xmlns='http://jabber.org/protocol/muc'/></presence>
romeo   < <presence from='garden@{muc}/visitor'>...</presence>
guest   < <presence from='garden@{muc}/romeo'>...</presence>
guest   < <presence from='garden@{muc}/visitor'>...</presence>
guest   < <message type='groupchat'>...</message>
guest   > <iq type='set' id='2' to='garden@{muc}'><query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='submit'/></query></iq>
guest   < <iq type='error' id='2'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
guest   > <message to='garden@{muc}' type='groupchat'><body>Hello</body></message>
romeo   < <message from='garden@{muc}/visitor' type='groupchat'>...<body>Hello</body></message>
guest   < <message from='garden@{muc}/visitor' type='groupchat'>...<body>Hello</body></message>
guest   breaks
romeo   < <presence type='unavailable' from='garden@{muc}/visitor'>...</presence>
