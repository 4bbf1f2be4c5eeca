title   XEP-0175 §5: a guest is told that it is one, and is not offered what accounts have
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
guest   > <iq type='get' id='2'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
guest   < <iq type='result' id='2'><query xmlns='http://jabber.org/protocol/disco#info'><identity category='account' type='anonymous'/><feature var='http://jabber.org/protocol/disco#info'/><feature var='http://jabber.org/protocol/disco#items'/></query></iq>
guest   > <iq type='get' id='3'><query xmlns='http://jabber.org/protocol/disco#info' node='urn:x'/></iq>
guest   < <iq type='error' id='3'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
guest   > <iq type='get' id='4' to='{juliet}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
guest   < <iq type='error' id='4'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
