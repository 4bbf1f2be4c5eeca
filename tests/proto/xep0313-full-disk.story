title   XEP-0313, doc/internals/durability.md: what cannot be stored is shown to nobody, and its sender learns it
users crone wicca
crone makes coven as firstwitch persistentroom=1
wicca enters coven as secondwitch
fault   store.commit:1
crone > <message type='groupchat' id='1' to='coven@{muc}'><body>Lost</body></message>
crone < <message type='error' id='1' from='coven@{muc}'><error type='cancel'><internal-server-error xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
wicca < nothing
log ERROR module=muc: cannot store
log ERROR cannot store: cannot commit
