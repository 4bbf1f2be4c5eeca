title   XEP-0030 §8 rule 2: a stranger gets an empty list, whether or not the account exists
users   romeo juliet
romeo   > <iq type='get' id='1' to='{juliet}'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
romeo   < <iq type='result' id='1' from='{juliet}' to='{romeo/full}'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
romeo   > <iq type='get' id='2' to='nobody@{host}'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
romeo   < <iq type='result' id='2' from='nobody@{host}' to='{romeo/full}'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
