title   XEP-0045 §7.2.8, §7.10, §14.6: nobody takes a nickname that looks like another person's, in use or reserved
users   crone wicca hag
crone   makes coven as anna
# Cyrillic, capitals, a space, letters that look like another one
wicca   > <presence to='coven@{muc}/аnnа' id='1'><x xmlns='http://jabber.org/protocol/muc'/></presence>
wicca   < <presence type='error' id='1' from='coven@{muc}/аnnа'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
wicca   > <presence to='coven@{muc}/Anna' id='2'><x xmlns='http://jabber.org/protocol/muc'/></presence>
wicca   < <presence type='error' id='2' from='coven@{muc}/Anna'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
wicca   > <presence to='coven@{muc}/anna ' id='3'><x xmlns='http://jabber.org/protocol/muc'/></presence>
wicca   < <presence type='error' id='3' from='coven@{muc}/anna '><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
wicca   enters coven as modern
crone   > <presence to='coven@{muc}/modem' id='4'/>
crone   < <presence type='error' id='4' from='coven@{muc}/modem'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
# one's own may be written in another way, also from a second client; who of both leaves does not free it for others
wicca/two connects
wicca/two enters coven as Modern
wicca   > <presence to='coven@{muc}/modern' type='unavailable'/>
wicca   < <presence type='unavailable' from='coven@{muc}/modern'>...</presence>
wicca/two < <presence type='unavailable' from='coven@{muc}/modern'>...</presence>
crone   < <presence type='unavailable' from='coven@{muc}/modern'>...</presence>
hag     > <presence to='coven@{muc}/modem' id='5'><x xmlns='http://jabber.org/protocol/muc'/></presence>
hag     < <presence type='error' id='5' from='coven@{muc}/modem'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
# reserved
crone   > <iq type='set' id='6' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='{wicca}' nick='bill'/></query></iq>
crone   < <iq type='result' id='6'/>
crone   < <presence from='coven@{muc}/Modern'>...</presence>
wicca/two < <presence from='coven@{muc}/Modern'>...</presence>
hag     > <presence to='coven@{muc}/bi11' id='7'><x xmlns='http://jabber.org/protocol/muc'/></presence>
hag     < <presence type='error' id='7' from='coven@{muc}/bi11'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
hag     > <iq type='set' id='8' to='coven@{muc}'><query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#register</value></field><field var='muc#register_roomnick'><value>Bi1l</value></field></x></query></iq>
hag     < <iq type='error' id='8' from='coven@{muc}'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
# 9.5: given back with an empty nickname
crone   > <iq type='set' id='9' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='{wicca}' nick=''/></query></iq>
crone   < <iq type='result' id='9'/>
hag     enters coven as bi11
