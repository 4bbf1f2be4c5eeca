title   output_max: one answer may be larger than the output queue, as a long roster is; a second one may not
option  output_max = 65536
option  roster_max_items = 5000
users   romeo, offline
database INSERT INTO roster (host, local, contact, subscription, version) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) SELECT host, local, 'c' || i || '@elsewhere.example', 'none', 1 FROM n, users
restart
romeo   connects without presence
romeo   > <iq type='get' id='1'><query xmlns='jabber:iq:roster'/></iq>
romeo   < <iq type='result' id='1'>...</iq>
romeo   reads nothing
romeo   > <iq type='get' id='2'><query xmlns='jabber:iq:roster'/></iq>
romeo   > <iq type='get' id='3'><query xmlns='jabber:iq:roster'/></iq>
romeo   > <iq type='get' id='4'><query xmlns='jabber:iq:roster'/></iq>
clock   +1s
romeo   reads
romeo   < <iq type='result' id='2'>...</iq>
romeo   < <iq type='result' id='3'>...</iq>
romeo   < <stream:error><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   closed
