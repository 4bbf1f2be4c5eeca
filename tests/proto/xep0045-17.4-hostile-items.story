title   XEP-0045 §17.4 rule 4, §8.2, §9.1: items that ask for both, for nothing, for too much, or for somebody higher change nothing
users   crone wicca hag
crone   makes coven as firstwitch
wicca   enters coven as secondwitch
crone   > <iq type='set' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' role='moderator' jid='{wicca}' nick='secondwitch'/></query></iq>
crone   < <iq type='error' id='1' from='coven@{muc}'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
crone   > <iq type='set' id='2' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item jid='{wicca}'/></query></iq>
crone   < <iq type='error' id='2' from='coven@{muc}'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
crone   > <iq type='set' id='3' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='emperor' jid='{wicca}'/></query></iq>
crone   < <iq type='error' id='3' from='coven@{muc}'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
crone   > <iq type='set' id='4' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item role='moderator' nick='nobody'/></query></iq>
crone   < <iq type='error' id='4' from='coven@{muc}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
crone   > <iq type='set' id='5' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'></query></iq>
crone   < <iq type='error' id='5' from='coven@{muc}'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
crone   > <iq type='set' id='6' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='not an@@address'/></query></iq>
crone   < <iq type='error' id='6' from='coven@{muc}'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
# one that may not be spoils all
crone   > <iq type='set' id='7' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='{wicca}'/><item affiliation='outcast' jid='{crone}'/></query></iq>
crone   < <iq type='error' id='7' from='coven@{muc}'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
crone   > <iq type='get' id='8' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member'/></query></iq>
crone   < <iq type='result' id='8'><query xmlns='http://jabber.org/protocol/muc#admin'/></iq>
wicca   > <iq type='set' id='9' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='firstwitch' role='none'/></query></iq>
wicca   < <iq type='error' id='9' from='coven@{muc}'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
hag     > <iq type='set' id='10' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='secondwitch' role='none'/></query></iq>
hag     < <iq type='error' id='10' from='coven@{muc}'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
hag     > <iq type='set' id='11' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='outcast' jid='{wicca}'/></query></iq>
hag     < <iq type='error' id='11' from='coven@{muc}'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
hag     > <iq type='set' id='12' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='owner' jid='{hag}'/></query></iq>
hag     < <iq type='error' id='12' from='coven@{muc}'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
hag     > <iq type='get' id='13' to='heath@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member'/></query></iq>
hag     < <iq type='error' id='13' from='heath@{muc}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
hag     > <iq type='set' id='14' to='heath@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='owner' jid='{hag}'/></query></iq>
hag     < <iq type='error' id='14' from='heath@{muc}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
crone   < nothing
wicca   < nothing
