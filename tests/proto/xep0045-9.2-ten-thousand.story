title   XEP-0045 §9.2, §9.5: a list of ten thousand is had whole, also when that is more than the output queue holds; and one that long still works
option  output_max = 262144
users   crone wicca
crone   makes coven as firstwitch persistentroom=1
crone   disconnects
database INSERT INTO room_affiliations (host, local, jid, affiliation, nick, reason) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000) SELECT host, local, 'member' || i || '@elsewhere.example', 'member', 'nick ' || i, 'invited' FROM n, rooms
restart
crone   connects
crone   enters coven as firstwitch
crone   > <iq type='get' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member'/></query></iq>
crone   < <iq type='result' id='1'><query xmlns='http://jabber.org/protocol/muc#admin'>...<item affiliation='member' jid='member1@elsewhere.example' nick='nick 1'><reason>invited</reason></item><item affiliation='member' jid='member10000@elsewhere.example' nick='nick 10000'><reason>invited</reason></item></query></iq>
wicca   connects
wicca   > <presence to='coven@{muc}/nick 5000' id='1'><x xmlns='http://jabber.org/protocol/muc'></x></presence>
wicca   < <presence type='error' id='1' from='coven@{muc}/nick 5000'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
wicca   enters coven as secondwitch
crone   > <iq type='set' id='2' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='none' jid='member5000@elsewhere.example'/></query></iq>
crone   < <iq type='result' id='2'/>
crone   < <message from='coven@{muc}'>...</message>
wicca   > <presence to='coven@{muc}/nick 5000'/>
wicca   < <presence type='unavailable' from='coven@{muc}/secondwitch'>...</presence>
wicca   < <presence from='coven@{muc}/nick 5000'>...</presence>
crone   < <presence type='unavailable' from='coven@{muc}/secondwitch'>...</presence>
crone   < <presence from='coven@{muc}/nick 5000'>...</presence>
# the form still works
crone   > <iq type='set' id='3' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_roomname'><value>Large</value></field></x></query></iq>
crone   < <iq type='result' id='3'/>
crone   < <message type='groupchat' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
wicca   < <message type='groupchat' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
