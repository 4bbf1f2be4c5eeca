title   store_max_jobs: above store_max_jobs clients are read no further until the database has caught up, and nothing is lost
option  store_max_jobs = 100
option  rate_stanzas_burst = 1000
option  offline_max_messages = 1000
users   romeo
users   juliet, offline
romeo   >> {repeat 150 <message to='juliet@verona.example'><body>x</body></message>}
romeo   > <iq type='get' id='1'><ping xmlns='urn:xmpp:ping'/></iq>
romeo   < <iq type='result' id='1'/>
log WARNING the database is behind: clients are read more slowly
log WARNING the database has caught up
database DELETE FROM offline WHERE (SELECT COUNT(*) FROM offline) = 150
