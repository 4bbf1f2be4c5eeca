title   Client rules 2 and 3: there are items, and each of them answers disco#info with a result (Profanity, Converse.js)
users   romeo
romeo   > <iq type='get' id='1' to='{host}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='result' id='1'><query xmlns='http://jabber.org/protocol/disco#info'><feature var='http://jabber.org/protocol/disco#items'/>...</query></iq>
romeo   > <iq type='get' id='2' to='{host}'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
romeo   < <iq type='result' id='2'><query xmlns='http://jabber.org/protocol/disco#items'><item jid='{=jid}' node='{=node}' name='*'/><item jid='{=service}' name='Rooms'/><item jid='{=upload}' name='File upload'/><item jid='{=directory}' name='User directory'/><item jid='{=proxy}' name='File transfer proxy'/></query></iq>
romeo   > <iq type='get' id='3' to='{jid}'><query xmlns='http://jabber.org/protocol/disco#info' node='{node}'/></iq>
romeo   < <iq type='result' id='3' from='{jid}'><query xmlns='http://jabber.org/protocol/disco#info' node='{node}'><identity category='*' type='*' name='*'/>...</query></iq>
romeo   > <iq type='get' id='4' to='{jid}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='result' id='4' from='{jid}'><query xmlns='http://jabber.org/protocol/disco#info'>...</query></iq>
romeo   > <iq type='get' id='5' to='{service}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='result' id='5' from='{service}'><query xmlns='http://jabber.org/protocol/disco#info'>...</query></iq>
romeo   > <iq type='get' id='6' to='{directory}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='result' id='6' from='{directory}'><query xmlns='http://jabber.org/protocol/disco#info'>...</query></iq>
romeo   > <iq type='get' id='7' to='{upload}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='result' id='7' from='{upload}'><query xmlns='http://jabber.org/protocol/disco#info'>...</query></iq>
romeo   > <iq type='get' id='8' to='{proxy}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='result' id='8' from='{proxy}'><query xmlns='http://jabber.org/protocol/disco#info'>...</query></iq>
