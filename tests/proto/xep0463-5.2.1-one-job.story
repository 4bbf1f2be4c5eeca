title   XEP-0463 §5.2.1: what is changed by the request at which a room forgets is not forgotten
users   crone
users   wicca hag, offline
crone   makes coven as firstwitch persistentroom=1
crone   > <iq type='set' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='{wicca}'/><item affiliation='member' jid='{hag}'/></query></iq>
crone   < <iq type='result' id='1'/>
crone   < <message from='coven@{muc}'>...</message>
crone   < <message from='coven@{muc}'>...</message>
crone   disconnects
database INSERT INTO room_versions (host, local, jid, version, crossed) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1001) SELECT 'conference.verona.example', 'coven', 'hag' || i || '@verona.example', 1, 1 FROM n
restart
crone   connects
crone   > <presence id='j' to='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc'><mav xmlns='urn:xmpp:muc:affiliations:1'/></x></presence>
crone   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='{=v1}'/><item jid='{crone}' affiliation='owner'/><item jid='{wicca}' affiliation='member'/><item jid='{hag}' affiliation='member'/></x></message>
crone   < <presence from='coven@{muc}/firstwitch'>...</presence>
crone   < <message type='groupchat'><subject/></message>
crone   disconnects
crone   connects
crone   > <iq type='set' id='2' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='none' jid='{wicca}'/><item affiliation='none' jid='{hag}'/></query></iq>
crone   < <iq type='result' id='2'/>
restart
crone   connects
# a difference that names both, or everything
crone   > <presence id='j' to='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc'><mav xmlns='urn:xmpp:muc:affiliations:1' since='{v1}'/></x></presence>
crone   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='*'/><item jid='{crone}' affiliation='owner'/></x></message>
crone   < <presence from='coven@{muc}/firstwitch'>...</presence>
crone   < <message type='groupchat'><subject/></message>
