title   XEP-0199 §5: host and account say that they know ping
users   romeo
romeo   > <iq type='get' id='1' to='{host}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='result' id='1' from='{host}'><query xmlns='http://jabber.org/protocol/disco#info'><feature var='urn:xmpp:ping'/>...</query></iq>
romeo   > <iq type='get' id='2'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='result' id='2'><query xmlns='http://jabber.org/protocol/disco#info'><feature var='urn:xmpp:ping'/>...</query></iq>
