title   XEP-0045 §17.1: a nickname of letters that nobody sees is none, and makes no other one of somebody's
users   crone wicca
crone   makes coven as firstwitch
wicca   > <presence to='coven@{muc}/&#x2800;' id='1'><x xmlns='http://jabber.org/protocol/muc'/></presence>
wicca   < <presence type='error' id='1' from='coven@{muc}/&#x2800;'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
wicca   > <presence to='coven@{muc}/&#x3164; &#x115F;' id='2'><x xmlns='http://jabber.org/protocol/muc'/></presence>
wicca   < <presence type='error' id='2' from='coven@{muc}/&#x3164; &#x115F;'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
wicca   > <presence to='coven@{muc}/firstwitch&#x2800;' id='3'><x xmlns='http://jabber.org/protocol/muc'/></presence>
wicca   < <presence type='error' id='3' from='coven@{muc}/firstwitch&#x2800;'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
wicca   > <presence to='coven@{muc}/first&#x3164;witch' id='4'><x xmlns='http://jabber.org/protocol/muc'/></presence>
wicca   < <presence type='error' id='4' from='coven@{muc}/first&#x3164;witch'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
