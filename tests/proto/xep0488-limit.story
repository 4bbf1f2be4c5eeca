title   XEP-0488: a room has at most 100 invitation links that let somebody in
users   crone
crone   makes coven as firstwitch persistentroom=1
database INSERT INTO room_tokens (host, local, token, creator, expires_at) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 99) SELECT 'conference.verona.example', 'coven', 'link' || i, 'crone@verona.example', 9000000000000 FROM n
database INSERT INTO room_tokens (host, local, token, creator, expires_at) VALUES ('conference.verona.example', 'coven', 'old', 'crone@verona.example', 1)
crone   > <iq type='set' id='1' to='coven@{muc}'><request xmlns='urn:xmpp:muc-token-invite:0'/></iq>
crone   < <iq type='result' id='1'><token xmlns='urn:xmpp:muc-token-invite:0' delay='*'>*</token></iq>
crone   > <iq type='set' id='2' to='coven@{muc}'><request xmlns='urn:xmpp:muc-token-invite:0'/></iq>
crone   < <iq type='error' id='2'><error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
