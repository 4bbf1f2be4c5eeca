title   Client rule 1: host and own account answer disco before presence and roster, asked at once (Gajim, Conversations)
users   romeo, connected
romeo   > <iq type='get' id='1' to='{host}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   > <iq type='get' id='2' to='{romeo}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   > <iq type='get' id='3' to='{host}'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
romeo   > <iq type='get' id='4'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='result' id='1' from='{host}'><query xmlns='http://jabber.org/protocol/disco#info'><identity category='server' type='im' name='Nexa'/>...</query></iq>
romeo   < <iq type='result' id='2' from='{romeo}'><query xmlns='http://jabber.org/protocol/disco#info'><identity category='account' type='registered'/>...</query></iq>
romeo   < <iq type='result' id='3' from='{host}'><query xmlns='http://jabber.org/protocol/disco#items'>...</query></iq>
romeo   < <iq type='result' id='4'><query xmlns='http://jabber.org/protocol/disco#info'><identity category='account' type='registered'/>...</query></iq>
