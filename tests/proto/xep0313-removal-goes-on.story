title   XEP-0313 §6.2: an archive of which the server had removed a part when it stopped goes on going when it starts; others stay
users   crone
crone   makes heath as firstwitch persistentroom=1
crone   > <message type='groupchat' id='1' to='heath@{muc}'><body>Double, double</body></message>
crone   < <message type='groupchat' id='1'>...</message>
# what is left of two rooms that were destroyed; somebody talks under one of their names again
database INSERT INTO messages (id, sender, stanza) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4600) SELECT i, '{crone/full}', '<message/>' FROM n
database INSERT INTO archive (owner, id, peer, resource) SELECT 'coven@{muc}', id, '{crone}', 'full' FROM messages WHERE id <= 4500
database INSERT INTO archive (owner, id, peer, resource) SELECT 'moor@{muc}', id, '{crone}', 'full' FROM messages WHERE id > 4490 AND id <= 4600
database INSERT INTO archive_removals (owner, before_id) VALUES ('coven@{muc}', 5000), ('moor@{muc}', 4600)
restart
crone   connects
crone   > <iq type='get' id='2' to='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
crone   < <iq type='result' id='2'/>
# there are two messages left, and nothing is to be removed any more
database UPDATE users SET last_login_at = 1 WHERE (SELECT COUNT(*) FROM messages) = 2 AND (SELECT COUNT(*) FROM archive) = 2
database UPDATE users SET last_login_at = 1 WHERE NOT EXISTS (SELECT 1 FROM archive_removals)
crone   > <iq type='set' id='3' to='heath@{muc}'><query xmlns='urn:xmpp:mam:2'/></iq>
crone   < <message from='heath@{muc}'><result xmlns='urn:xmpp:mam:2' id='*'>...</result></message>
crone   < <iq type='result' id='3'>...</iq>
