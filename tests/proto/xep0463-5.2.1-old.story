title   XEP-0463 §5.2.1: of people without affiliation a room remembers the last thousand; a version from before they were forgotten is one that it does not know
users   crone
users   wicca, offline
crone   makes coven as firstwitch persistentroom=1
crone   > <presence id='j' to='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc'><mav xmlns='urn:xmpp:muc:affiliations:1'/></x></presence>
crone   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='{=v1}'/><item jid='{crone}' affiliation='owner'/></x></message>
crone   < <presence from='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='{v1}'/><item affiliation='owner' role='moderator' jid='{crone/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
crone   < <message type='groupchat'><subject/></message>
crone   disconnects
database INSERT INTO room_versions (host, local, jid, version, crossed) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1001) SELECT 'conference.verona.example', 'coven', 'hag' || i || '@verona.example', v.version + i, v.version + i FROM n, (SELECT MAX(version) AS version FROM room_versions) v
restart
crone   connects
crone   > <iq type='set' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='{wicca}'/></query></iq>
crone   < <iq type='result' id='1'/>
crone   > <presence id='j' to='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc'><mav xmlns='urn:xmpp:muc:affiliations:1' since='{v1}'/></x></presence>
crone   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='{=v2}'/><item jid='{crone}' affiliation='owner'/><item jid='{wicca}' affiliation='member'/></x></message>
crone   < <presence from='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='{v2}'/><item affiliation='owner' role='moderator' jid='{crone/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
crone   < <message type='groupchat'><subject/></message>
restart
crone   connects
crone   > <presence id='j' to='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc'><mav xmlns='urn:xmpp:muc:affiliations:1' since='{v1}'/></x></presence>
crone   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='{v2}'/><item jid='{crone}' affiliation='owner'/><item jid='{wicca}' affiliation='member'/></x></message>
crone   < <presence from='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='{v2}'/><item affiliation='owner' role='moderator' jid='{crone/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
crone   < <message type='groupchat'><subject/></message>
