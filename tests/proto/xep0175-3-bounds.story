title   XEP-0175 §3 rules 2 to 4: a guest stores nothing, has no contacts, and talks to nobody elsewhere
option  guests = yes
users   juliet
users   romeo, offline
stream  guest secure
guest greets
guest > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'/>
guest < <challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
guest > <response xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
guest < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
guest greets
guest > <iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>r</resource></bind></iq>
guest < <iq type='result' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>{=guestjid}</jid></bind></iq>
guest   > <presence/>
guest   < <presence from='{guestjid}'/>
guest   > <iq type='set' id='1'><query xmlns='jabber:iq:roster'><item jid='{juliet}'/></query></iq>
guest   < <iq type='error' id='1'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
guest   > <iq type='set' id='2'><query xmlns='jabber:iq:private'><x xmlns='y'/></query></iq>
guest   < <iq type='error' id='2'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
guest   > <iq type='set' id='3'><vCard xmlns='vcard-temp'/></iq>
guest   < <iq type='error' id='3'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
guest   > <iq type='set' id='4'><block xmlns='urn:xmpp:blocking'><item jid='{juliet}'/></block></iq>
guest   < <iq type='error' id='4'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
guest   > <iq type='set' id='5' to='{host}'><query xmlns='jabber:iq:register'><remove/></query></iq>
guest   < <iq type='error' id='5'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
guest   > <iq type='get' id='6' to='{host}'><query xmlns='jabber:iq:register'/></iq>
guest   < <iq type='error' id='6'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
guest   > <iq type='get' id='7' to='{host}'><query xmlns='jabber:iq:search'/></iq>
guest   < <iq type='error' id='7'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
guest   > <iq type='set' id='8'><session xmlns='urn:ietf:params:xml:ns:xmpp-session'/></iq>
guest   < <iq type='result' id='8'/>
guest   > <presence id='9' type='subscribe' to='{juliet}'/>
guest   < <presence id='9' type='error'><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
guest   > <presence id='10' type='subscribed' to='{juliet}'/>
guest   < <presence id='10' type='error'><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
guest   > <presence id='10a' type='unsubscribe' to='{juliet}'/>
guest   < <presence id='10a' type='error'><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
guest   > <presence id='10b' type='unsubscribed' to='{juliet}'/>
guest   < <presence id='10b' type='error'><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
juliet  > <presence id='11' type='subscribe' to='{guestjid}'/>
juliet  < <presence id='11' type='error'><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
juliet  > <presence id='12' type='subscribed' to='{guestjid}'/>
juliet  < <presence id='12' type='error'><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
juliet  > <iq type='get' id='13'><query xmlns='jabber:iq:roster'/></iq>
juliet  < <iq type='result' id='13'><query xmlns='jabber:iq:roster' ver='*'/></iq>
guest   > <message id='14' to='friend@elsewhere.example'><body>Hi</body></message>
guest   < <message id='14' type='error'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
guest   > <presence id='15' to='friend@elsewhere.example'/>
guest   < <presence id='15' type='error'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
guest   > <iq type='get' id='16' to='elsewhere.example'><ping xmlns='urn:xmpp:ping'/></iq>
guest   < <iq type='error' id='16'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
guest   > <message id='17' to='{romeo}' type='chat'><body>Kept?</body></message>
guest   < <message id='17' type='error'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   connects
romeo   < nothing
guest   > <message id='18' to='{juliet}' type='chat'><body>Hi</body></message>
juliet  < <message id='18' type='chat' from='{guestjid}'><body>Hi</body></message>
guest   > <iq type='get' id='19' to='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
guest   < <iq type='result' id='19'/>
