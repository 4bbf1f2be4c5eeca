title   XEP-0313 §6.1.2, §8.1: who may not enter does not read; rooms without an archive have none
users crone wicca hag
crone makes coven as firstwitch persistentroom=1 membersonly=1
wicca > <iq type='set' id='1' to='coven@{muc}'><query xmlns='urn:xmpp:mam:2'></query></iq>
wicca < <iq type='error' id='1' from='coven@{muc}'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
crone makes heath as firstwitch
wicca > <iq type='set' id='2' to='heath@{muc}'><query xmlns='urn:xmpp:mam:2'/></iq>
wicca < <iq type='error' id='2' from='heath@{muc}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
wicca > <iq type='get' id='3' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
wicca < <iq type='result' id='3'><query xmlns='http://jabber.org/protocol/disco#info'><feature var='urn:xmpp:mam:2'/><feature var='urn:xmpp:mam:2#extended'/><feature var='urn:xmpp:sid:0'/>...</query></iq>
