title   XEP-0215 §5: the feature is told
users   romeo
romeo   > <iq type='get' id='1' to='{host}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='result' id='1' from='{host}'><query xmlns='http://jabber.org/protocol/disco#info'>...<feature var='urn:xmpp:extdisco:2'/></query></iq>
