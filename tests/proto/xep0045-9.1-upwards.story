title   XEP-0045 §8.4, §9.1, §9.2, §9.7: an admin bans, silences and unmakes nobody who is an admin or owner, and no admin bans another
users   crone wicca hag
crone   makes coven as firstwitch
wicca   enters coven as secondwitch
hag     enters coven as thirdwitch
crone   > <iq type='set' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='admin' jid='{wicca}'/><item affiliation='admin' jid='{hag}'/></query></iq>
crone   < <iq type='result' id='1'/>
crone   < <presence from='coven@{muc}/secondwitch'>...</presence>
crone   < <presence from='coven@{muc}/thirdwitch'>...</presence>
wicca   < <presence from='coven@{muc}/secondwitch'>...</presence>
wicca   < <presence from='coven@{muc}/thirdwitch'>...</presence>
hag     < <presence from='coven@{muc}/secondwitch'>...</presence>
hag     < <presence from='coven@{muc}/thirdwitch'>...</presence>
wicca   > <iq type='set' id='2' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='outcast' jid='{crone}'/></query></iq>
wicca   < <iq type='error' id='2'><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
wicca   > <iq type='set' id='3' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='outcast' jid='{hag}'/></query></iq>
wicca   < <iq type='error' id='3'><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
wicca   > <iq type='set' id='4' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='firstwitch' role='participant'/></query></iq>
wicca   < <iq type='error' id='4'><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
wicca   > <iq type='set' id='5' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='thirdwitch' role='participant'/></query></iq>
wicca   < <iq type='error' id='5'><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
wicca   > <iq type='set' id='6' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='thirdwitch' role='visitor'/></query></iq>
wicca   < <iq type='error' id='6'><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
# nor with others who are below, in one list: nobody's affiliation changes
wicca   > <iq type='set' id='7' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='outcast' jid='lady@{host}'/><item affiliation='outcast' jid='{crone}'/></query></iq>
wicca   < <iq type='error' id='7'><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
wicca   > <iq type='get' id='8' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='outcast'/></query></iq>
wicca   < <iq type='result' id='8'><query xmlns='http://jabber.org/protocol/muc#admin'/></iq>
crone   < nothing
