title   XEP-0045 §10.1.1: where rooms are made by administrators, others are named who may make them too
option  muc_create = admins
option  muc_creators = crone@verona.example
users   crone wicca
crone   makes coven as firstwitch
wicca   > <presence to='heath@{muc}/secondwitch' id='1'><x xmlns='http://jabber.org/protocol/muc'></x></presence>
wicca   < <presence type='error' id='1' from='heath@{muc}/secondwitch'><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
wicca   enters coven as secondwitch
