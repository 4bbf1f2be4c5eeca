title   RFC 7395 §3.6: what answers the last stanzas still comes, then <close/>
users   romeo juliet, friends
romeo/web connects by websocket
romeo/web > <iq type='get' id='1'><query xmlns='jabber:iq:roster'/></iq>
romeo/web >> <close xmlns='urn:ietf:params:xml:ns:xmpp-framing'/>
romeo/web < <iq type='result' id='1'><query xmlns='jabber:iq:roster' ver='*'>...</query></iq>
romeo/web < <close xmlns='urn:ietf:params:xml:ns:xmpp-framing'/>
romeo/web closed
romeo   < <presence from='{romeo/web}' type='unavailable'/>
juliet  < <presence from='{romeo/web}' type='unavailable'/>
