title   XEP-0363 §6: who has uploaded enough for one day learns when enough of it is over; files that were removed count, and small ones as a block
option  upload_quota_day = 200k
users   romeo
database INSERT INTO upload_contents (sha256, size, stored_at) VALUES ('aa', 1, 1)
database INSERT INTO uploads (id, host, local, name, purpose, size, counted, type, created_at, sha256) SELECT 'first', host, local, 'first', 'message', 100000, 100000, 'image/png', created_at + (-80000000), NULL FROM users WHERE local = 'romeo'
database INSERT INTO uploads (id, host, local, name, purpose, size, counted, type, created_at, sha256) SELECT 'second', host, local, 'second', 'message', 80000, 80000, 'image/png', created_at + (-3600000), 'aa' FROM users WHERE local = 'romeo'
# 180000 of 204800 are used
romeo > <iq type='get' id='1' to='upload.{host}'><request xmlns='urn:xmpp:http:upload:0' filename='x' size='20000'/></iq>
romeo < <iq type='result' id='1'><slot xmlns='urn:xmpp:http:upload:0'>...</slot></iq>
romeo > <iq type='get' id='2' to='upload.{host}'><request xmlns='urn:xmpp:http:upload:0' filename='x' size='30000'/></iq>
romeo < <iq type='error' id='2'><error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><retry xmlns='urn:xmpp:http:upload:0' stamp='{=soon}'/></error></iq>
romeo > <iq type='get' id='3' to='upload.{host}'><request xmlns='urn:xmpp:http:upload:0' filename='x' size='130000'/></iq>
romeo < <iq type='error' id='3'><error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><retry xmlns='urn:xmpp:http:upload:0' stamp='!{soon}'/></error></iq>
clock +2h
romeo > <iq type='get' id='4' to='upload.{host}'><request xmlns='urn:xmpp:http:upload:0' filename='x' size='30000'/></iq>
romeo < <iq type='result' id='4'><slot xmlns='urn:xmpp:http:upload:0'>...</slot></iq>
database INSERT INTO uploads (id, host, local, name, purpose, size, counted, type, created_at, sha256) SELECT 'tiny', host, local, 'tiny', 'message', 100000, 100000, 'image/png', created_at + (-1000), 'aa' FROM users WHERE local = 'romeo'
database INSERT INTO uploads (id, host, local, name, purpose, size, counted, type, created_at, sha256) SELECT 'tiny2', host, local, 'tiny2', 'message', 22800, 22800, 'image/png', created_at + (-1000), 'aa' FROM users WHERE local = 'romeo'
# 2000 are left
romeo > <iq type='get' id='5' to='upload.{host}'><request xmlns='urn:xmpp:http:upload:0' filename='x' size='1'/></iq>
romeo < <iq type='error' id='5'><error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><retry xmlns='urn:xmpp:http:upload:0' stamp='*'/></error></iq>
