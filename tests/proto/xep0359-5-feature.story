title   XEP-0359 §5: accounts announce that the rules are kept
users   romeo
romeo   > <iq type='get' id='1'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='result' id='1'><query xmlns='http://jabber.org/protocol/disco#info'><feature var='urn:xmpp:sid:0'/>...</query></iq>
