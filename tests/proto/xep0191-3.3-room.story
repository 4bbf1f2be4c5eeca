title   XEP-0191 §3.3: who blocks a room hears nothing from there
users crone wicca hag
crone makes coven as firstwitch
wicca enters coven as secondwitch
wicca > <iq type='set' id='1'><block xmlns='urn:xmpp:blocking'><item jid='coven@{muc}'/></block></iq>
wicca <~ <presence type='unavailable' from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='{wicca/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca < <iq type='result' id='1'/>
crone < <presence type='unavailable' from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='{wicca/full}'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
crone > <message type='groupchat' id='m1' to='coven@{muc}'><body>1</body></message>
crone < <message type='groupchat' id='m1' from='coven@{muc}/firstwitch'><body>1</body><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca < nothing
