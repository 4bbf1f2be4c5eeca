title   XEP-0045 §7.2.8: two people cannot have one nickname, two clients of one can
users crone wicca hag
crone makes coven as firstwitch
wicca enters coven as secondwitch
hag > <presence to='coven@{muc}/secondwitch' id='1'><x xmlns='http://jabber.org/protocol/muc'/></presence>
hag < <presence type='error' id='1' from='coven@{muc}/secondwitch'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
wicca/phone connects
wicca/phone > <presence to='coven@{muc}/secondwitch' id='1'><x xmlns='http://jabber.org/protocol/muc'/></presence>
wicca/phone < <presence from='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca/phone < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='{wicca/phone}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca/phone < <message type='groupchat'><subject/></message>
wicca < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='{wicca/phone}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
crone < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='{wicca/phone}'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
crone > <message type='groupchat' id='2' to='coven@{muc}'><body>Both?</body></message>
crone < <message type='groupchat' id='2' from='coven@{muc}/firstwitch'><body>Both?</body><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca < <message type='groupchat' id='2' from='coven@{muc}/firstwitch'><body>Both?</body><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca/phone < <message type='groupchat' id='2' from='coven@{muc}/firstwitch'><body>Both?</body><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
# one of them goes: nobody has left
wicca > <presence type='unavailable' to='coven@{muc}/secondwitch'/>
wicca < <presence type='unavailable' from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='{wicca/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
crone < nothing
