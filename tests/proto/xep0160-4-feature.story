title   XEP-0160 §4: the host advertises msgoffline
users   romeo
romeo   > <iq type='get' id='1' to='{host}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='result' id='1' from='{host}'><query xmlns='http://jabber.org/protocol/disco#info'><feature var='msgoffline'/>...</query></iq>
