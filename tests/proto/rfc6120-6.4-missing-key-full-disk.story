title   RFC 6120 §6.4: when the new keys cannot be written the old ones stay, and the login goes on
users   romeo, offline
database DELETE FROM user_keys WHERE mechanism = 'SCRAM-SHA-1'
stream  romeo secure
romeo   greets
romeo   logs in with SCRAM-SHA-256
romeo   binds a
fault   store.commit:1
stream  romeo/b secure
romeo/b greets
romeo/b logs in with PLAIN
romeo/b binds b
log     ERROR cannot store: cannot commit
log     WARNING keys stay as they are account={romeo}
stream  romeo/c secure
romeo/c greets
romeo/c logs in with SCRAM-SHA-256
romeo/c binds c
