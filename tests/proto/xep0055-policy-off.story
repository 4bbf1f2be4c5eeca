title   XEP-0055: option search = off: nobody searches, and nothing says that one could
option  search = off
users   romeo
romeo   > <iq type='get' id='1' to='{host}'><query xmlns='jabber:iq:search'/></iq>
romeo   < <iq type='error' id='1'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='2' to='{host}'><query xmlns='jabber:iq:search'><nick>romeo</nick></query></iq>
romeo   < <iq type='error' id='2'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='3' to='users.{host}'><query xmlns='jabber:iq:search'><nick>romeo</nick></query></iq>
romeo   < <iq type='error' id='3' from='users.{host}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='4' to='users.{host}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='result' id='4' from='users.{host}'><query xmlns='http://jabber.org/protocol/disco#info'><identity category='directory' type='user' name='User directory'/><feature var='http://jabber.org/protocol/disco#info'/><feature var='http://jabber.org/protocol/disco#items'/><feature var='jabber:iq:version'/><feature var='urn:xmpp:ping'/><feature var='urn:xmpp:time'/></query></iq>
