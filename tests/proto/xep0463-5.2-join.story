title   XEP-0463 §4, §5.1, §5.2.1: a client that comes back gets what has changed since, before all presence; everything when its version is unknown; nothing when there is nothing new
users   crone wicca hag
users   romeo juliet, offline
crone   makes coven as firstwitch persistentroom=1 whois=anyone
crone   > <iq type='get' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
crone   < <iq type='result' id='1'><query xmlns='http://jabber.org/protocol/disco#info'>...<feature var='urn:xmpp:muc:affiliations:1'/></query></iq>
crone   > <iq type='set' id='2' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='admin' jid='{wicca}'/><item affiliation='member' jid='{hag}'/></query></iq>
crone   < <iq type='result' id='2'/>
crone   <~ <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='admin' jid='{wicca}'/></x></message>
crone   <~ <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' jid='{hag}'/></x></message>
wicca   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='admin'/><status code='101'/></x></message>
hag     < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member'/><status code='101'/></x></message>
# everything, and no one else hears that it asked (5.1)
wicca   > <presence id='j' to='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc'><mav xmlns='urn:xmpp:muc:affiliations:1'/></x></presence>
wicca   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='{=v1}'/><item jid='{crone}' affiliation='owner'/><item jid='{wicca}' affiliation='admin'/><item jid='{hag}' affiliation='member'/></x></message>
wicca   < <presence from='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator' jid='{crone/full}'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='{v1}'/><item affiliation='admin' role='moderator' jid='{wicca/full}'/><status code='110'/><status code='100'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <message type='groupchat'><subject/></message>
crone   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='admin' role='moderator' jid='{wicca/full}'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
# the same version: only its own presence has it
wicca   > <presence type='unavailable' to='coven@{muc}/secondwitch'/>
wicca   < <presence type='unavailable' from='coven@{muc}/secondwitch'>...</presence>
crone   < <presence type='unavailable' from='coven@{muc}/secondwitch'>...</presence>
wicca   > <presence id='j' to='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc'><mav xmlns='urn:xmpp:muc:affiliations:1' since='{v1}'/></x></presence>
wicca   < <presence from='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator' jid='{crone/full}'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='{v1}'/><item affiliation='admin' role='moderator' jid='{wicca/full}'/><status code='110'/><status code='100'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <message type='groupchat'><subject/></message>
crone   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='admin' role='moderator' jid='{wicca/full}'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
# who does not ask gets nothing new
hag     > <presence id='j' to='coven@{muc}/thirdwitch'><x xmlns='http://jabber.org/protocol/muc'></x></presence>
hag     <~ <presence from='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator' jid='{crone/full}'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
hag     <~ <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='admin' role='moderator' jid='{wicca/full}'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
hag     < <presence from='coven@{muc}/thirdwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='participant' jid='{hag/full}'/><status code='110'/><status code='100'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
hag     < <message type='groupchat'><subject/></message>
crone   < <presence from='coven@{muc}/thirdwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='participant' jid='{hag/full}'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <presence from='coven@{muc}/thirdwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='participant' jid='{hag/full}'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
# what has changed since, also over a restart
restart
crone   connects
wicca   connects
crone   > <iq type='set' id='3' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='none' jid='{hag}'/><item affiliation='owner' jid='{romeo}'/><item affiliation='outcast' jid='{juliet}'/></query></iq>
crone   < <iq type='result' id='3'/>
wicca   > <presence id='j' to='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc'><mav xmlns='urn:xmpp:muc:affiliations:1' since='{v1}'/></x></presence>
wicca   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' since='{v1}' until='{=v2}'/><item jid='{hag}' affiliation='none'/><item jid='{romeo}' affiliation='owner'/><item jid='{juliet}' affiliation='outcast'/></x></message>
wicca   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='{v2}'/><item affiliation='admin' role='moderator' jid='{wicca/full}'/><status code='110'/><status code='100'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <message type='groupchat'><subject/></message>
restart
wicca   connects
# a version that the room does not know: everything, without since
wicca   > <presence id='j' to='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc'><mav xmlns='urn:xmpp:muc:affiliations:1' since='9pacabr2q1'/></x></presence>
wicca   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='{v2}'/><item jid='{crone}' affiliation='owner'/><item jid='{wicca}' affiliation='admin'/><item jid='{romeo}' affiliation='owner'/><item jid='{juliet}' affiliation='outcast'/></x></message>
wicca   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='{v2}'/><item affiliation='admin' role='moderator' jid='{wicca/full}'/><status code='110'/><status code='100'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <message type='groupchat'><subject/></message>
# asking anew without leaving (XEP-0045 section 7.2.1)
wicca   > <presence id='j' to='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc'><mav xmlns='urn:xmpp:muc:affiliations:1' since='{v1}'/></x></presence>
wicca   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' since='{v1}' until='{v2}'/><item jid='{hag}' affiliation='none'/><item jid='{romeo}' affiliation='owner'/><item jid='{juliet}' affiliation='outcast'/></x></message>
wicca   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='{v2}'/><item affiliation='admin' role='moderator' jid='{wicca/full}'/><status code='110'/><status code='100'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <message type='groupchat'><subject/></message>
