title   XEP-0030 §4: the host's items are never none, and each answers disco#info with a result from the address that stands in the list
users   romeo
romeo   > <iq type='get' id='1' to='{host}'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
romeo   < <iq type='result' id='1' from='{host}'><query xmlns='http://jabber.org/protocol/disco#items'><item jid='{=jid}' node='{=node}' name='*'/><item jid='{=service}' name='Rooms'/><item jid='{=upload}' name='File upload'/><item jid='{=directory}' name='User directory'/><item jid='{=proxy}' name='File transfer proxy'/></query></iq>
# some clients ask the address alone (Profanity), others the node too
romeo   > <iq type='get' id='2' to='{jid}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='result' id='2' from='{jid}'><query xmlns='http://jabber.org/protocol/disco#info'>...</query></iq>
romeo   > <iq type='get' id='3' to='{jid}'><query xmlns='http://jabber.org/protocol/disco#info' node='{node}'/></iq>
romeo   < <iq type='result' id='3' from='{jid}'><query xmlns='http://jabber.org/protocol/disco#info' node='{node}'><identity category='hierarchy' type='leaf' name='About this server'/><feature var='http://jabber.org/protocol/disco#info'/></query></iq>
romeo   > <iq type='get' id='4' to='{jid}'><query xmlns='http://jabber.org/protocol/disco#items' node='{node}'/></iq>
romeo   < <iq type='result' id='4' from='{jid}'><query xmlns='http://jabber.org/protocol/disco#items' node='{node}'/></iq>
romeo   > <iq type='get' id='5' to='{service}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='result' id='5' from='{service}'><query xmlns='http://jabber.org/protocol/disco#info'>...</query></iq>
romeo   > <iq type='get' id='6' to='{directory}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='result' id='6' from='{directory}'><query xmlns='http://jabber.org/protocol/disco#info'>...</query></iq>
romeo   > <iq type='get' id='7' to='{upload}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='result' id='7' from='{upload}'><query xmlns='http://jabber.org/protocol/disco#info'>...</query></iq>
romeo   > <iq type='get' id='8' to='{proxy}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='result' id='8' from='{proxy}'><query xmlns='http://jabber.org/protocol/disco#info'>...</query></iq>
