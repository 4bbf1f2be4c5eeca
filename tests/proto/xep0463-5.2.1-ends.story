title   XEP-0463 §5.2.1: a room made anew knows no version of the one before; a deleted account is a change; a room that becomes one that stays keeps its versions
users   crone wicca
users   hag romeo, offline
crone   makes coven as firstwitch whois=anyone
crone   > <iq type='set' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='{hag}'/><item affiliation='member' jid='{romeo}'/></query></iq>
crone   < <iq type='result' id='1'/>
crone   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' jid='{hag}'/></x></message>
crone   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' jid='{romeo}'/></x></message>
wicca   > <presence id='j' to='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc'><mav xmlns='urn:xmpp:muc:affiliations:1'/></x></presence>
wicca   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='{=v1}'/><item jid='{crone}' affiliation='owner'/><item jid='{hag}' affiliation='member'/><item jid='{romeo}' affiliation='member'/></x></message>
wicca   < <presence from='coven@{muc}/firstwitch'>...</presence>
wicca   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='{v1}'/><item affiliation='none' role='participant' jid='{wicca/full}'/><status code='110'/><status code='100'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <message type='groupchat'><subject/></message>
crone   < <presence from='coven@{muc}/secondwitch'>...</presence>
crone   > <iq type='set' id='2' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_persistentroom'><value>1</value></field></x></query></iq>
crone   < <iq type='result' id='2'/>
crone   < <message type='groupchat'>...</message>
wicca   < <message type='groupchat'>...</message>
restart
wicca   connects
account hag deleted
wicca   > <presence id='j' to='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc'><mav xmlns='urn:xmpp:muc:affiliations:1' since='{v1}'/></x></presence>
wicca   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' since='{v1}' until='{=v2}'/><item jid='{hag}' affiliation='none'/></x></message>
wicca   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='{v2}'/><item affiliation='none' role='participant' jid='{wicca/full}'/><status code='110'/><status code='100'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <message type='groupchat'><subject/></message>
# while it is in memory: who is there is told (5.2.2)
account romeo deleted
wicca   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' since='{v2}' until='{=v3}'/><item jid='{romeo}' affiliation='none'/></x></message>
wicca   > <presence id='j' to='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc'><mav xmlns='urn:xmpp:muc:affiliations:1' since='{v2}'/></x></presence>
wicca   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' since='{v2}' until='{v3}'/><item jid='{romeo}' affiliation='none'/></x></message>
wicca   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='{v3}'/><item affiliation='none' role='participant' jid='{wicca/full}'/><status code='110'/><status code='100'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <message type='groupchat'><subject/></message>
restart
wicca   connects
wicca   > <presence id='j' to='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc'><mav xmlns='urn:xmpp:muc:affiliations:1' since='{v2}'/></x></presence>
wicca   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' since='{v2}' until='{v3}'/><item jid='{romeo}' affiliation='none'/></x></message>
wicca   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='{v3}'/><item affiliation='none' role='participant' jid='{wicca/full}'/><status code='110'/><status code='100'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <message type='groupchat'><subject/></message>
# the name again, of another room
crone   connects
crone   > <iq type='set' id='3' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><destroy/></query></iq>
crone   < <iq type='result' id='3'/>
wicca   < <presence type='unavailable' from='coven@{muc}/secondwitch'>...</presence>
clock   +1s
crone   makes coven as firstwitch whois=anyone
wicca   > <presence id='j' to='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc'><mav xmlns='urn:xmpp:muc:affiliations:1' since='{v3}'/></x></presence>
wicca   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='{=v4}'/><item jid='{crone}' affiliation='owner'/></x></message>
wicca   < <presence from='coven@{muc}/firstwitch'>...</presence>
wicca   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='{v4}'/><item affiliation='none' role='participant' jid='{wicca/full}'/><status code='110'/><status code='100'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <message type='groupchat'><subject/></message>
crone   < <presence from='coven@{muc}/secondwitch'>...</presence>
