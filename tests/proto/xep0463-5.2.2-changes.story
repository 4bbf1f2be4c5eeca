title   XEP-0463 §5.2.2: each change of an affiliation comes with the versions before and after it, to the clients that asked for versions
users   crone wicca hag
users   romeo juliet, offline
crone   makes coven as firstwitch persistentroom=1 whois=anyone
hag     > <presence id='j' to='coven@{muc}/thirdwitch'><x xmlns='http://jabber.org/protocol/muc'></x></presence>
hag     < <presence from='coven@{muc}/firstwitch'>...</presence>
hag     < <presence from='coven@{muc}/thirdwitch'>...</presence>
hag     < <message type='groupchat'><subject/></message>
crone   < <presence from='coven@{muc}/thirdwitch'>...</presence>
wicca   > <presence id='j' to='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc'><mav xmlns='urn:xmpp:muc:affiliations:1'/></x></presence>
wicca   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='{=v0}'/><item jid='{crone}' affiliation='owner'/></x></message>
wicca   < <presence from='coven@{muc}/firstwitch'>...</presence>
wicca   < <presence from='coven@{muc}/thirdwitch'>...</presence>
wicca   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='{v0}'/><item affiliation='none' role='participant' jid='{wicca/full}'/><status code='110'/><status code='100'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <message type='groupchat'><subject/></message>
crone   < <presence from='coven@{muc}/secondwitch'>...</presence>
hag     < <presence from='coven@{muc}/secondwitch'>...</presence>
# of somebody who is there
crone   > <iq type='set' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='{hag}'/></query></iq>
crone   < <iq type='result' id='1'/>
wicca   < <presence from='coven@{muc}/thirdwitch'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' since='{v0}' until='{=v1}'/><item affiliation='member' role='participant' jid='{hag/full}'><actor nick='firstwitch'/></item></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
crone   < <presence from='coven@{muc}/thirdwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='participant' jid='{hag/full}'><actor nick='firstwitch'/></item></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
hag     < <presence from='coven@{muc}/thirdwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='participant' jid='{hag/full}'><actor nick='firstwitch'/></item><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
# of people who are not; one after the other, so that the versions make a chain
crone   > <iq type='set' id='2' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='{romeo}'/><item affiliation='outcast' jid='{juliet}'/></query></iq>
crone   < <iq type='result' id='2'/>
crone   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' jid='{romeo}'/></x></message>
crone   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='outcast' jid='{juliet}'/></x></message>
hag     < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' jid='{romeo}'/></x></message>
hag     < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='outcast' jid='{juliet}'/></x></message>
wicca   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' since='{v1}' until='{=v2}'/><item affiliation='member' jid='{romeo}'/></x></message>
wicca   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' since='{v2}' until='{=v3}'/><item affiliation='outcast' jid='{juliet}'/></x></message>
# of its own
crone   > <iq type='set' id='3' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='admin' jid='{wicca}'/></query></iq>
crone   < <iq type='result' id='3'/>
wicca   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' since='{v3}' until='{=v4}'/><item affiliation='admin' role='moderator' jid='{wicca/full}'><actor nick='firstwitch'/></item><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
crone   < <presence from='coven@{muc}/secondwitch'>...</presence>
hag     < <presence from='coven@{muc}/secondwitch'>...</presence>
# a change of role is none of affiliation, nor is another availability; but every presence of its own has the version
wicca   > <iq type='set' id='4' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item role='visitor' nick='thirdwitch'/></query></iq>
wicca   < <iq type='result' id='4'/>
wicca   < <presence from='coven@{muc}/thirdwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='visitor' jid='{hag/full}'><actor nick='secondwitch'/></item></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
crone   < <presence from='coven@{muc}/thirdwitch'>...</presence>
hag     < <presence from='coven@{muc}/thirdwitch'>...</presence>
wicca   > <presence id='5' to='coven@{muc}/secondwitch'><show>away</show></presence>
wicca   < <presence from='coven@{muc}/secondwitch'><show>away</show><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='{v4}'/><item affiliation='admin' role='moderator' jid='{wicca/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
crone   < <presence from='coven@{muc}/secondwitch'>...</presence>
hag     < <presence from='coven@{muc}/secondwitch'>...</presence>
# by the lists in the form (XEP-0045 section 10.2)
crone   > <iq type='set' id='6' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_roomadmins'><value>{wicca}</value><value>{hag}</value><value>{romeo}</value></field></x></query></iq>
crone   < <iq type='result' id='6'/>
wicca   < <message type='groupchat' from='coven@{muc}'>...</message>
wicca   < <presence from='coven@{muc}/thirdwitch'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' since='{v4}' until='{=v5}'/><item affiliation='admin' role='moderator' jid='{hag/full}'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' since='{v5}' until='{=v6}'/><item affiliation='admin' jid='{romeo}'/></x></message>
crone   < <message type='groupchat' from='coven@{muc}'>...</message>
crone   < <presence from='coven@{muc}/thirdwitch'>...</presence>
crone   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='admin' jid='{romeo}'/></x></message>
hag     < <message type='groupchat' from='coven@{muc}'>...</message>
hag     < <presence from='coven@{muc}/thirdwitch'>...</presence>
hag     < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='admin' jid='{romeo}'/></x></message>
# a ban of somebody who is there, and coming back with that version
crone   > <iq type='set' id='7' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='outcast' jid='{hag}'/></query></iq>
crone   < <iq type='result' id='7'/>
wicca   < <presence type='unavailable' from='coven@{muc}/thirdwitch'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' since='{v6}' until='{=v7}'/><item affiliation='outcast' role='none' jid='{hag/full}'><actor nick='firstwitch'/></item><status code='301'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
crone   < <presence type='unavailable' from='coven@{muc}/thirdwitch'>...</presence>
hag     < <presence type='unavailable' from='coven@{muc}/thirdwitch'>...</presence>
wicca   > <presence type='unavailable' to='coven@{muc}/secondwitch'/>
wicca   < <presence type='unavailable' from='coven@{muc}/secondwitch'>...</presence>
crone   < <presence type='unavailable' from='coven@{muc}/secondwitch'>...</presence>
wicca   > <presence id='j' to='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc'><mav xmlns='urn:xmpp:muc:affiliations:1' since='{v7}'/></x></presence>
wicca   < <presence from='coven@{muc}/firstwitch'>...</presence>
wicca   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='{v7}'/><item affiliation='admin' role='moderator' jid='{wicca/full}'/><status code='110'/><status code='100'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <message type='groupchat'><subject/></message>
crone   < <presence from='coven@{muc}/secondwitch'>...</presence>
