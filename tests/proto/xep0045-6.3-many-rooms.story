title   XEP-0045 §6.3, XEP-0059 §2.3: ten thousand rooms are listed page by page, each found where the last one ended
users   crone, offline
database INSERT INTO rooms (host, local, created_at, subject_at) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000) SELECT 'conference.verona.example', 'r' || (10000 + i), 1, 0 FROM n
restart
crone   connects
crone   > <iq type='get' id='1' to='{muc}'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
crone   < <iq type='result' id='1'><query xmlns='http://jabber.org/protocol/disco#items'>...<set xmlns='http://jabber.org/protocol/rsm'><first>r10001</first><last>r10500</last></set></query></iq>
crone   > <iq type='get' id='2' to='{muc}'><query xmlns='http://jabber.org/protocol/disco#items'><set xmlns='http://jabber.org/protocol/rsm'><max>2</max><after>r15000</after></set></query></iq>
crone   < <iq type='result' id='2'><query xmlns='http://jabber.org/protocol/disco#items'><item jid='r15001@{muc}' name='r15001'/><item jid='r15002@{muc}' name='r15002'/><set xmlns='http://jabber.org/protocol/rsm'><first>r15001</first><last>r15002</last></set></query></iq>
# A room that is gone is a place in the list all the same.
crone   > <iq type='get' id='3' to='{muc}'><query xmlns='http://jabber.org/protocol/disco#items'><set xmlns='http://jabber.org/protocol/rsm'><max>2</max><after>r19999x</after></set></query></iq>
crone   < <iq type='result' id='3'><query xmlns='http://jabber.org/protocol/disco#items'><item jid='r20000@{muc}' name='r20000'/><set xmlns='http://jabber.org/protocol/rsm'><first>r20000</first><last>r20000</last></set></query></iq>
crone   > <iq type='get' id='4' to='{muc}'><query xmlns='http://jabber.org/protocol/disco#items'><set xmlns='http://jabber.org/protocol/rsm'><max>2</max><after>r20000</after></set></query></iq>
crone   < <iq type='result' id='4'><query xmlns='http://jabber.org/protocol/disco#items'><set xmlns='http://jabber.org/protocol/rsm'/></query></iq>
