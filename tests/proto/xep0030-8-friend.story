title   XEP-0030 §8: who is subscribed may ask an account what it is and has
users   romeo juliet, friends
romeo   > <iq type='get' id='1' to='{juliet}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='result' id='1' from='{juliet}'><query xmlns='http://jabber.org/protocol/disco#info'><identity category='account' type='registered'/><feature var='http://jabber.org/protocol/disco#info'/>...</query></iq>
romeo   > <iq type='get' id='2' to='{juliet}'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
romeo   < <iq type='result' id='2' from='{juliet}'><query xmlns='http://jabber.org/protocol/disco#items'><item jid='{juliet/full}'/></query></iq>
