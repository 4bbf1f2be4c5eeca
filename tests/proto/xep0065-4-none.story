title   XEP-0065 §4: without a port there is no proxy
option  proxy65_port = 0
users   romeo
romeo   > <iq type='get' id='1' to='{host}'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
romeo   < <iq type='result' id='1' from='{host}'><query xmlns='http://jabber.org/protocol/disco#items'>...<none xmlns='story'><item xmlns='http://jabber.org/protocol/disco#items' jid='proxy.{host}' name='*'/></none></query></iq>
