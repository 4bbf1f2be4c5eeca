title   XEP-0313 §6.2: an archive that could not be removed because nothing could be stored is removed within an hour after that
option  modules = iq,session,roster,presence,message,ping,disco,muc,mam
users   crone
database INSERT INTO messages (id, sender, stanza) VALUES (1, '{crone/full}', '<message/>')
database INSERT INTO archive (owner, id, peer, resource) VALUES ('coven@{muc}', 1, '{crone}', 'full')
database INSERT INTO archive_removals (owner, before_id) VALUES ('coven@{muc}', 5000)
fault   store.commit
clock   +1h
log     ERROR cannot store
log     ERROR cannot see which archives have to be removed
fault   none
clock   +1h
crone   > <iq type='get' id='1' to='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
crone   < <iq type='result' id='1'/>
database UPDATE users SET last_login_at = 1 WHERE NOT EXISTS (SELECT 1 FROM messages) AND NOT EXISTS (SELECT 1 FROM archive_removals)
