title   XEP-0045 §14.6: nobody is in more rooms at once than one may, with all clients together; leaving one makes room
option  muc_joined_max = 2
users   crone wicca
crone   makes coven as firstwitch
crone   makes heath as firstwitch
wicca   enters coven as secondwitch
wicca/two connects
wicca/two enters coven as secondwitch
wicca   > <presence to='heath@{muc}/secondwitch' id='1'><x xmlns='http://jabber.org/protocol/muc'></x></presence>
wicca   < <presence type='error' id='1' from='heath@{muc}/secondwitch'><error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
wicca/two disconnects
wicca   < <presence type='unavailable' from='{wicca/two}'/>
wicca   enters heath as secondwitch
wicca   > <presence to='coven@{muc}/secondwitch' type='unavailable'/>
wicca   < <presence type='unavailable' from='coven@{muc}/secondwitch'>...</presence>
crone   < <presence type='unavailable' from='coven@{muc}/secondwitch'>...</presence>
wicca   enters coven as secondwitch
