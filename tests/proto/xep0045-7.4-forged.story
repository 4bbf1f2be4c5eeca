title   XEP-0045 §7.4, XEP-0313 §8.4: what only the room says is taken out of what is said
users crone wicca hag
crone makes coven as firstwitch
wicca enters coven as secondwitch
wicca > <message type='groupchat' id='1' to='coven@{muc}'><body>I</body><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' jid='{crone}'/></x><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='7'/><origin-id xmlns='urn:xmpp:sid:0' id='8'/></message>
crone < <message type='groupchat' id='1' from='coven@{muc}/secondwitch'><body>I</body><origin-id xmlns='urn:xmpp:sid:0' id='8'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca < <message type='groupchat' id='1' from='coven@{muc}/secondwitch'><body>I</body><origin-id xmlns='urn:xmpp:sid:0' id='8'/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
