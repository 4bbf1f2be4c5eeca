title   XEP-0363: urn:nexa:files:0 (doc/internals/uploads.md): users list their own files, newest first and in pages, and remove them, nobody else's
option  upload_url = https://files.example
users   romeo juliet
database INSERT INTO upload_contents (sha256, size, stored_at) VALUES ('aa', 1, 1)
database INSERT INTO uploads (id, host, local, name, purpose, size, counted, type, created_at, sha256) SELECT 'a', host, local, 'a', 'message', 100000, 100000, 'image/png', created_at + (-3000), 'aa' FROM users WHERE local = 'romeo'
database INSERT INTO uploads (id, host, local, name, purpose, size, counted, type, created_at, sha256) SELECT 'b', host, local, 'b', 'profile', 50000, 50000, 'image/png', created_at + (-2000), 'aa' FROM users WHERE local = 'romeo'
database INSERT INTO uploads (id, host, local, name, purpose, size, counted, type, created_at, sha256) SELECT 'c', host, local, 'c', 'message', 40000, 40000, 'image/png', created_at + (-1000), NULL FROM users WHERE local = 'romeo'
database INSERT INTO uploads (id, host, local, name, purpose, size, counted, type, created_at, sha256) SELECT 'd', host, local, 'd', 'permanent', 30000, 30000, 'image/png', created_at + (0), 'aa' FROM users WHERE local = 'romeo'
romeo > <iq type='get' id='1' to='upload.{host}'><files xmlns='urn:nexa:files:0'><set xmlns='http://jabber.org/protocol/rsm'><max>2</max></set></files></iq>
romeo < <iq type='result' id='1'><files xmlns='urn:nexa:files:0' used='180000' used-today='220000' quota='104857600' quota-day='52428800'>
  <file id='d' name='d' purpose='permanent' size='30000' type='image/png' created='*' url='https://files.example/upload/d/d'/>
  <file id='b' name='b' purpose='profile' size='50000' type='image/png' created='*' url='https://files.example/upload/b/b'/>
  <set xmlns='http://jabber.org/protocol/rsm'><first>*</first><last>{=last}</last></set></files></iq>
romeo > <iq type='get' id='2' to='upload.{host}'><files xmlns='urn:nexa:files:0'><set xmlns='http://jabber.org/protocol/rsm'><after>{last}</after></set></files></iq>
romeo < <iq type='result' id='2'><files xmlns='urn:nexa:files:0' used='180000' used-today='220000' quota='*' quota-day='*'><file id='a' name='a' purpose='message' size='100000' type='image/png' created='*' url='*'/>
  <set xmlns='http://jabber.org/protocol/rsm'><first>*</first><last>*</last></set></files></iq>
juliet > <iq type='set' id='3' to='upload.{host}'><remove xmlns='urn:nexa:files:0' id='a'/></iq>
juliet < <iq type='error' id='3'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo > <iq type='set' id='4' to='upload.{host}'><remove xmlns='urn:nexa:files:0' id='a'/></iq>
romeo < <iq type='result' id='4'/>
romeo > <iq type='set' id='5' to='upload.{host}'><remove xmlns='urn:nexa:files:0' id='a'/></iq>
romeo < <iq type='error' id='5'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo > <iq type='set' id='6' to='upload.{host}'><remove xmlns='urn:nexa:files:0'/></iq>
romeo < <iq type='error' id='6'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo > <iq type='get' id='7' to='upload.{host}'><files xmlns='urn:nexa:files:0'/></iq>
romeo < <iq type='result' id='7'><files xmlns='urn:nexa:files:0' used='80000' used-today='220000' quota='*' quota-day='*'><file id='d' name='d' purpose='permanent' size='*' type='*' created='*' url='*'/><file id='b' name='b' purpose='profile' size='*' type='*' created='*' url='*'/>
  <set xmlns='http://jabber.org/protocol/rsm'><first>*</first><last>*</last></set></files></iq>
romeo > <iq type='get' id='8' to='upload.{host}'><files xmlns='urn:nexa:files:0'><set xmlns='http://jabber.org/protocol/rsm'><after>nowhere</after></set></files></iq>
romeo < <iq type='error' id='8'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
juliet > <iq type='get' id='9' to='upload.{host}'><files xmlns='urn:nexa:files:0'/></iq>
juliet < <iq type='result' id='9'><files xmlns='urn:nexa:files:0' used='0' used-today='0' quota='*' quota-day='*'><set xmlns='http://jabber.org/protocol/rsm'/></files></iq>
