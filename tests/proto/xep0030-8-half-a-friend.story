title   XEP-0030 §8: what counts is who may see the account's presence, not who shows his own
users   romeo juliet
romeo   > <presence type='subscribe' to='{juliet}'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='none' ask='subscribe'/></query></iq>
juliet  < <presence type='subscribe' from='{romeo}'/>
# only asked for
romeo   > <iq type='get' id='1' to='{juliet}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='error' id='1'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <presence type='subscribed' to='{romeo}'/>
juliet  < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{romeo}' subscription='from'/></query></iq>
romeo   <~ <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='to'/></query></iq>
romeo   <~ <presence type='subscribed' from='{juliet}'/>
romeo   <~ <presence from='{juliet/full}'/>
romeo   > <iq type='get' id='2' to='{juliet}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='result' id='2'><query xmlns='http://jabber.org/protocol/disco#info'><identity category='account' type='registered'/>...</query></iq>
juliet  > <iq type='get' id='3' to='{romeo}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
juliet  < <iq type='error' id='3'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet  > <iq type='get' id='4' to='{romeo}'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
juliet  < <iq type='result' id='4'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
