title   XEP-0045 §8.1, §7.2.15: moderators change the subject; it is shown to who comes later, and survives a restart
users crone wicca
crone makes coven as firstwitch persistentroom=1
wicca enters coven as secondwitch
wicca > <message type='groupchat' id='1' to='coven@{muc}'><subject>Mine</subject></message>
wicca < <message type='error' id='1' from='coven@{muc}'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
crone > <message type='groupchat' id='2' to='coven@{muc}'><subject>Fire Burn</subject></message>
crone < <message type='groupchat' id='2' from='coven@{muc}/firstwitch'><subject>Fire Burn</subject><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='*'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca < <message type='groupchat' id='2' from='coven@{muc}/firstwitch'><subject>Fire Burn</subject><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='*'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
restart
wicca connects
wicca > <presence to='coven@{muc}/secondwitch' id='1'><x xmlns='http://jabber.org/protocol/muc'/></presence>
wicca < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='{wicca/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca < <message type='groupchat' from='coven@{muc}/firstwitch'><subject>Fire Burn</subject><delay xmlns='urn:xmpp:delay' from='coven@{muc}' stamp='*'/></message>
