title   XEP-0055 §1, client rule 2: the directory is among the items of the host, under an address of its own, and answers there
users   romeo
users   juliet, offline
romeo   > <iq type='get' id='1' to='{host}'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
romeo   < <iq type='result' id='1'><query xmlns='http://jabber.org/protocol/disco#items'><item jid='users.{host}' name='User directory'/>...</query></iq>
romeo   > <iq type='get' id='2' to='users.{host}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='result' id='2' from='users.{host}'><query xmlns='http://jabber.org/protocol/disco#info'><identity category='directory' type='user' name='User directory'/><feature var='jabber:iq:search'/><feature var='http://jabber.org/protocol/rsm'/>...</query></iq>
romeo   > <iq type='get' id='3' to='users.{host}'><query xmlns='jabber:iq:search'/></iq>
romeo   < <iq type='result' id='3' from='users.{host}'><query xmlns='jabber:iq:search'><first/><last/><nick/><email/>...</query></iq>
romeo   > <iq type='set' id='4' to='users.{host}'><query xmlns='jabber:iq:search'><nick>jul</nick></query></iq>
romeo   < <iq type='result' id='4' from='users.{host}'><query xmlns='jabber:iq:search'><item jid='{juliet}'><first/><last/><nick/><email/></item></query></iq>
romeo   > <iq type='set' id='5' to='somebody@users.{host}'><query xmlns='jabber:iq:search'><nick>jul</nick></query></iq>
romeo   < <iq type='error' id='5' from='somebody@users.{host}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
# A service of something else has no directory.
romeo   > <iq type='get' id='i' to='{muc}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='result' id='i' from='{muc}'><query xmlns='http://jabber.org/protocol/disco#info'>...<none xmlns='story'><feature xmlns='http://jabber.org/protocol/disco#info' var='jabber:iq:search'/></none></query></iq>
