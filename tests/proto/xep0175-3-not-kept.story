title   XEP-0175 §3: messages for a guest who cannot take them are not kept
option  guests = yes
users   juliet
stream  guest secure
guest greets
guest > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'/>
guest < <challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
guest > <response xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
guest < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
guest greets
guest > <iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>r</resource></bind></iq>
guest < <iq type='result' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>{=guestjid}</jid></bind></iq>
juliet  > <message id='1' to='{guestjid}x' type='chat'><body>Hi</body></message>
juliet  < <message id='1' type='error' from='{guestjid}x'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
guest   > <presence><priority>-1</priority></presence>
guest   < <presence from='{guestjid}'><priority>-1</priority></presence>
juliet  > <message id='2' to='{guestjid}x' type='chat'><body>Hi</body></message>
juliet  < <message id='2' type='error' from='{guestjid}x'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
juliet  > <message id='3' to='{guestjid}' type='chat'><body>Hi</body></message>
guest   < <message id='3' type='chat' from='{juliet/full}'><body>Hi</body></message>
