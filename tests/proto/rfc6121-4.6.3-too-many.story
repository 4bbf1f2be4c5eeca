title   RFC 6121 §4.6.3: the list of those who got directed presence has a bound, and what is taken back makes room
option  presence_max_directed = 10
users   romeo
users   juliet
romeo   > <presence to='a1@{host}'/>
romeo   > <presence to='a2@{host}'/>
romeo   > <presence to='a3@{host}'/>
romeo   > <presence to='a4@{host}'/>
romeo   > <presence to='a5@{host}'/>
romeo   > <presence to='a6@{host}'/>
romeo   > <presence to='a7@{host}'/>
romeo   > <presence to='a8@{host}'/>
romeo   > <presence to='a9@{host}'/>
romeo   > <presence to='a10@{host}'/>
romeo   > <presence to='a10@{host}'/>
romeo   > <presence id='11' to='{juliet}'/>
romeo   < <presence type='error' id='11' from='{juliet}'><error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
juliet  < nothing
romeo   > <presence type='unavailable' to='a1@{host}'/>
romeo   > <presence id='12' to='{juliet}'/>
juliet  < <presence id='12' from='{romeo/full}'/>
romeo   < nothing
