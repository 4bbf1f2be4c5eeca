title   XEP-0045 §4.2: a persistent room is there after a restart, with its rules and its people; a temporary one is not
users crone wicca hag
crone makes coven as firstwitch persistentroom=1 roomname=Cave membersonly=1
crone makes heath as firstwitch
crone > <iq type='set' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='{wicca}' nick='secondwitch'/></query></iq>
crone < <iq type='result' id='1'/>
crone < <message><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' jid='{wicca}'/></x></message>
# 9.5: who may enter now is invited
wicca < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><invite from='{crone}'/></x></message>
restart
hag connects
wicca connects
hag > <presence to='coven@{muc}/thirdwitch' id='1'><x xmlns='http://jabber.org/protocol/muc'/></presence>
hag < <presence type='error' id='1' from='coven@{muc}/thirdwitch'><error type='auth'><registration-required xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
wicca > <presence to='coven@{muc}/secondwitch' id='1'><x xmlns='http://jabber.org/protocol/muc'/></presence>
wicca < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='participant' jid='{wicca/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca < <message type='groupchat'><subject/></message>
hag > <iq type='get' id='2' to='{muc}'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
hag < <iq type='result' id='2'><query xmlns='http://jabber.org/protocol/disco#items'><item jid='coven@{muc}' name='Cave'/></query></iq>
