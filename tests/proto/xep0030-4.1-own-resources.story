title   XEP-0030 §4.1: the items of the own account are its available resources
users   romeo
romeo   > <iq type='get' id='1' to='{romeo}'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
romeo   < <iq type='result' id='1' from='{romeo}'><query xmlns='http://jabber.org/protocol/disco#items'><item jid='{romeo/full}'/></query></iq>
