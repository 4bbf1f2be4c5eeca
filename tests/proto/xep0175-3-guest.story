title   XEP-0175 §3: a guest gets a name of its own, and nothing of it is left
option  guests = yes
stream  guest secure
guest greets
guest > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'/>
guest < <challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
guest > <response xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
guest < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
guest greets
guest > <iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>r</resource></bind></iq>
guest < <iq type='result' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>{=guestjid}</jid></bind></iq>
stream  other secure
other greets
other > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'/>
other < <challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
other > <response xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
other < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
other greets
other > <iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>r</resource></bind></iq>
other < <iq type='result' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>{=otherjid}</jid></bind></iq>
guest   > <iq type='get' id='r'><query xmlns='jabber:iq:roster'/></iq>
guest   < <iq type='result' id='r'><query xmlns='jabber:iq:roster' ver='*'/></iq>
guest   > <presence/>
guest   < <presence from='{guestjid}'/>
guest   > <message to='{otherjid}' type='chat'><body>Who are you?</body></message>
other   < <message from='{guestjid}' type='chat'><body>Who are you?</body></message>
command account list
answer  accounts.count = 0
guest   disconnects
other   > <message id='m' to='{guestjid}' type='chat'><body>Gone</body></message>
other   < <message id='m' type='error' from='{guestjid}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
other   breaks
restart
command account list
answer  accounts.count = 0
