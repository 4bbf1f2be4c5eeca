title   XEP-0045 §8.1: a subject beside a body or a thread is part of what is said; an empty one takes the subject away, also for who comes later
users   crone wicca
crone   makes coven as firstwitch
crone   > <message type='groupchat' id='1' to='coven@{muc}'><subject>Fire Burn</subject></message>
crone   < <message type='groupchat' id='1' from='coven@{muc}/firstwitch'><subject>Fire Burn</subject><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
crone   > <message type='groupchat' id='2' to='coven@{muc}'><body>Look</body><subject>News</subject></message>
crone   < <message type='groupchat' id='2' from='coven@{muc}/firstwitch'><body>Look</body><subject>News</subject><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
crone   > <message type='groupchat' id='3' to='coven@{muc}'><subject>News</subject><thread>e0ff</thread></message>
crone   < <message type='groupchat' id='3' from='coven@{muc}/firstwitch'><subject>News</subject><thread>e0ff</thread><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca   > <presence to='coven@{muc}/secondwitch' id='1'><x xmlns='http://jabber.org/protocol/muc'><history maxstanzas='0'/></x></presence>
wicca   < <presence from='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='{wicca/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <message type='groupchat' from='coven@{muc}/firstwitch'><subject>Fire Burn</subject><delay xmlns='urn:xmpp:delay' from='coven@{muc}' stamp='*'/></message>
crone   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='{wicca/full}'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
crone   > <message type='groupchat' id='4' to='coven@{muc}'><subject/></message>
crone   < <message type='groupchat' id='4' from='coven@{muc}/firstwitch'><subject/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca   < <message type='groupchat' id='4' from='coven@{muc}/firstwitch'><subject/><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca   > <presence to='coven@{muc}/secondwitch' id='5'><x xmlns='http://jabber.org/protocol/muc'><history maxstanzas='0'/></x></presence>
wicca   < <presence from='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <presence from='coven@{muc}/secondwitch' id='5'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='{wicca/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <message type='groupchat' from='coven@{muc}/firstwitch'><subject/><delay xmlns='urn:xmpp:delay' from='coven@{muc}' stamp='*'/></message>
