title   XEP-0045 §10.1.1, §14.6: who owns as many rooms as one may makes no more
option  muc_rooms_max = 2
users   crone wicca
crone   makes coven as firstwitch persistentroom=1
crone   makes heath as firstwitch persistentroom=1
crone   > <presence to='forres@{muc}/firstwitch' id='1'><x xmlns='http://jabber.org/protocol/muc'></x></presence>
crone   < <presence type='error' id='1' from='forres@{muc}/firstwitch'><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
# those of others are another matter, and so is one that is gone
wicca   makes forres as secondwitch
crone   enters forres as firstwitch
crone   > <iq type='set' id='2' to='heath@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><destroy/></query></iq>
crone   < <presence type='unavailable' from='heath@{muc}/firstwitch'>...</presence>
crone   < <iq type='result' id='2'/>
crone   makes inverness as firstwitch persistentroom=1
