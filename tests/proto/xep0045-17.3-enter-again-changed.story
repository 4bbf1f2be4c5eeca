title   XEP-0045 §17.3 rule 3: who enters once more with another presence is told everything, the others what is new
users   crone wicca
crone   makes coven as firstwitch
wicca   enters coven as secondwitch
wicca   > <presence to='coven@{muc}/secondwitch' id='1'><show>away</show><x xmlns='http://jabber.org/protocol/muc'></x></presence>
wicca   < <presence from='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <presence from='coven@{muc}/secondwitch' id='1'><show>away</show><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='{wicca/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <message type='groupchat' from='coven@{muc}'><subject/></message>
crone   < <presence from='coven@{muc}/secondwitch'><show>away</show><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='{wicca/full}'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
crone   < nothing
