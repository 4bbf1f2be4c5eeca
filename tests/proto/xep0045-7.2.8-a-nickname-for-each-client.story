title   XEP-0045 §7.2.8: where the administrator wants it so, two clients of one user have two nicknames
option  muc_shared_nicks = no
users   crone
crone   makes coven as firstwitch
crone/two connects
crone/two > <presence to='coven@{muc}/firstwitch' id='1'><x xmlns='http://jabber.org/protocol/muc'></x></presence>
crone/two < <presence type='error' id='1' from='coven@{muc}/firstwitch'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
crone/two enters coven as firstwitch2
