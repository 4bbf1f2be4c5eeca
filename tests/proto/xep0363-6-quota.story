title   XEP-0363 §6: over a quota is resource-constraint with type wait; that of the day tells when there is room again, that of all files does not
option  upload_max = 1M
option  upload_quota = 300k
option  upload_quota_day = 200k
option  upload_profile_quota = 100k
users   romeo juliet
database INSERT INTO upload_contents (sha256, size, stored_at) VALUES ('aa', 1, 1)
database INSERT INTO uploads (id, host, local, name, purpose, size, counted, type, created_at, sha256) SELECT 'old', host, local, 'old', 'message', 150000, 150000, 'image/png', created_at + (-90000000), 'aa' FROM users WHERE local = 'romeo'
database INSERT INTO uploads (id, host, local, name, purpose, size, counted, type, created_at, sha256) SELECT 'new', host, local, 'new', 'message', 100000, 100000, 'image/png', created_at + (-3600000), 'aa' FROM users WHERE local = 'romeo'
database INSERT INTO uploads (id, host, local, name, purpose, size, counted, type, created_at, sha256) SELECT 'avatar', host, local, 'avatar', 'profile', 90000, 90000, 'image/png', created_at + (-90000000), 'aa' FROM users WHERE local = 'romeo'
romeo > <iq type='get' id='1' to='upload.{host}'><request xmlns='urn:xmpp:http:upload:0' filename='x' size='50000'/></iq>
romeo < <iq type='result' id='1'><slot xmlns='urn:xmpp:http:upload:0'>...</slot></iq>
# 250000 of 307200 are used
romeo > <iq type='get' id='2' to='upload.{host}'><request xmlns='urn:xmpp:http:upload:0' filename='x' size='60000'/></iq>
romeo < <iq type='error' id='2'><error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo > <iq type='get' id='3' to='upload.{host}'><request xmlns='urn:xmpp:http:upload:0' filename='x' size='10000'><profile xmlns='urn:xmpp:http:upload:purpose:0'/></request></iq>
romeo < <iq type='result' id='3'><slot xmlns='urn:xmpp:http:upload:0'>...</slot></iq>
romeo > <iq type='get' id='4' to='upload.{host}'><request xmlns='urn:xmpp:http:upload:0' filename='x' size='20000'><profile xmlns='urn:xmpp:http:upload:purpose:0'/></request></iq>
romeo < <iq type='error' id='4'><error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet > <iq type='get' id='5' to='upload.{host}'><request xmlns='urn:xmpp:http:upload:0' filename='x' size='200000'/></iq>
juliet < <iq type='result' id='5'><slot xmlns='urn:xmpp:http:upload:0'>...</slot></iq>
juliet > <iq type='get' id='6' to='upload.{host}'><request xmlns='urn:xmpp:http:upload:0' filename='x' size='250000'/></iq>
juliet < <iq type='error' id='6'><error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
