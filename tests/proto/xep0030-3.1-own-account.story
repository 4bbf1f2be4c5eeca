title   XEP-0030 §3.1: the own account is a registered account
users   romeo
romeo   > <iq type='get' id='1' to='{romeo}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='result' id='1' from='{romeo}'><query xmlns='http://jabber.org/protocol/disco#info'><identity category='account' type='registered'/><feature var='http://jabber.org/protocol/disco#info'/>...</query></iq>
romeo   > <iq type='get' id='2'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='result' id='2'><query xmlns='http://jabber.org/protocol/disco#info'><identity category='account' type='registered'/>...</query></iq>
