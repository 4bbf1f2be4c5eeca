title   XEP-0106 §6: the host says that it knows escaped addresses
users   romeo
romeo   > <iq type='get' id='1' to='{host}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='result' id='1'><query xmlns='http://jabber.org/protocol/disco#info'><feature var='jid\20escaping'/>...</query></iq>
