title   nexactl upload: administrators see files and who has them, and remove one; those of deleted accounts are nobody's
users   romeo
database INSERT INTO upload_contents (sha256, size, stored_at) VALUES ('aa', 1, 1)
database INSERT INTO uploads (id, host, local, name, purpose, size, counted, type, created_at, sha256) SELECT 'a', host, local, 'a', 'message', 100000, 100000, 'image/png', created_at + (-3000), 'aa' FROM users WHERE local = 'romeo'
database INSERT INTO uploads (id, host, local, name, purpose, size, counted, type, created_at, sha256) SELECT 'b', host, local, 'b', 'profile', 50000, 50000, 'image/png', created_at + (-2000), 'aa' FROM users WHERE local = 'romeo'
command upload list
answer  files.count = 2
answer  files.0.id = b
answer  files.0.owner = romeo@{host}
answer  files.1.size_bytes = 100000
command upload list jid=romeo@{host}
answer  files.count = 2
command upload users
answer  users.0.jid = romeo@{host}
answer  users.0.files = 2
answer  users.0.size_bytes = 150000
command upload delete id=a
answer  message = *
command upload delete id=a
answer  error = item-not-found
command upload list
answer  files.count = 1
account romeo deleted
romeo   < <stream:error>...</stream:error>
romeo   < </stream:stream>
romeo   closed
command upload users
answer  users.count = 0
