title   XEP-0317: a room has at most 50 hats, which can still be changed; at most 500 people wear one
users   crone
crone   makes coven as firstwitch persistentroom=1
database INSERT INTO room_hats (host, local, uri, title) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50) SELECT 'conference.verona.example', 'coven', 'http://a.example/' || i, 'Hat' FROM n
database INSERT INTO room_hat_wearers (host, local, uri, jid) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) SELECT 'conference.verona.example', 'coven', 'http://a.example/1', 'hag' || i || '@verona.example' FROM n
restart
crone   connects
crone   > <iq type='set' id='1' to='coven@{muc}'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:create'><x xmlns='jabber:x:data' type='submit'><field var='hats#title'><value>Head</value></field><field var='hats#uri'><value>http://a.example/51</value></field></x></command></iq>
crone   < <iq type='error' id='1'><error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
crone   > <iq type='set' id='2' to='coven@{muc}'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:create'><x xmlns='jabber:x:data' type='submit'><field var='hats#title'><value>Head</value></field><field var='hats#uri'><value>http://a.example/50</value></field></x></command></iq>
crone   < <iq type='result' id='2'>...</iq>
crone   > <iq type='set' id='3' to='coven@{muc}'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:assign'><x xmlns='jabber:x:data' type='submit'><field var='hats#jid'><value>{crone}</value></field><field var='hats#uri'><value>http://a.example/1</value></field></x></command></iq>
crone   < <iq type='error' id='3'><error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
