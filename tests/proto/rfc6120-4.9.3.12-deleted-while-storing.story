title   RFC 6120 §4.9.3.12: what somebody still wanted to store while the account was deleted is refused, and no ERROR in the log
users   romeo
database DELETE FROM users WHERE local = 'romeo'
romeo   > <iq type='set' id='1'><block xmlns='urn:xmpp:blocking'><item jid='spam@elsewhere.example'/></block></iq>
romeo   < <iq type='error' id='1'>...<error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   < <stream:error><reset xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   closed
log WARNING what is in memory was not stored
