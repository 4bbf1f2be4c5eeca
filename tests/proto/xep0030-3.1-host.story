title   XEP-0030 §3.1: the host is an im server that knows disco
users   romeo
romeo   > <iq type='get' id='1' to='{host}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='result' id='1' from='{host}'><query xmlns='http://jabber.org/protocol/disco#info'><identity category='server' type='im' name='Nexa'/><feature var='http://jabber.org/protocol/disco#info'/><feature var='http://jabber.org/protocol/disco#items'/><feature var='urn:xmpp:ping'/>...</query></iq>
romeo   > <iq type='get' id='2' to='{host}'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
romeo   < <iq type='result' id='2' from='{host}'><query xmlns='http://jabber.org/protocol/disco#items'><item jid='{host}' node='http://jabber.org/network/serverinfo' name='About this server'/><item jid='{muc}' name='Rooms'/><item jid='upload.{host}' name='File upload'/><item jid='users.{host}' name='User directory'/><item jid='proxy.{host}' name='File transfer proxy'/></query></iq>
