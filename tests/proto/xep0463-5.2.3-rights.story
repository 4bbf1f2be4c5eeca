title   XEP-0463 §5.2.3, §6: who may not have the list gets an error and comes in all the same; nobody is told of what was before they belonged to the room
users   crone wicca hag
users   romeo juliet, offline
crone   makes coven as firstwitch persistentroom=1 membersonly=1 whois=anyone
crone   > <iq type='set' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='{wicca}'/><item affiliation='member' jid='{romeo}'/></query></iq>
crone   < <iq type='result' id='1'/>
crone   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' jid='{wicca}'/></x></message>
crone   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' jid='{romeo}'/></x></message>
wicca   < <message from='coven@{muc}'>...</message>
wicca   > <presence id='j' to='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc'><mav xmlns='urn:xmpp:muc:affiliations:1'/></x></presence>
wicca   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='{=v1}'/><item jid='{crone}' affiliation='owner'/><item jid='{wicca}' affiliation='member'/><item jid='{romeo}' affiliation='member'/></x></message>
wicca   < <presence from='coven@{muc}/firstwitch'>...</presence>
wicca   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='{v1}'/><item affiliation='member' role='participant' jid='{wicca/full}'/><status code='110'/><status code='100'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <message type='groupchat'><subject/></message>
crone   < <presence from='coven@{muc}/secondwitch'>...</presence>
# a member learns that romeo has gone, and not that juliet is banned, who never belonged to the room
wicca   > <presence type='unavailable' to='coven@{muc}/secondwitch'/>
wicca   < <presence type='unavailable' from='coven@{muc}/secondwitch'>...</presence>
crone   < <presence type='unavailable' from='coven@{muc}/secondwitch'>...</presence>
crone   > <iq type='set' id='2' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='outcast' jid='{romeo}'/><item affiliation='outcast' jid='{juliet}'/></query></iq>
crone   < <iq type='result' id='2'/>
crone   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='outcast' jid='{romeo}'/></x></message>
crone   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='outcast' jid='{juliet}'/></x></message>
wicca   > <presence id='j' to='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc'><mav xmlns='urn:xmpp:muc:affiliations:1' since='{v1}'/></x></presence>
wicca   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' since='{v1}' until='{=v2}'/><item jid='{romeo}' affiliation='none'/></x></message>
wicca   < <presence from='coven@{muc}/firstwitch'>...</presence>
wicca   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='{v2}'/><item affiliation='member' role='participant' jid='{wicca/full}'/><status code='110'/><status code='100'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <message type='groupchat'><subject/></message>
crone   < <presence from='coven@{muc}/secondwitch'>...</presence>
# nothing that it may see has changed: everything, because there is no empty diff
wicca   > <presence type='unavailable' to='coven@{muc}/secondwitch'/>
wicca   < <presence type='unavailable' from='coven@{muc}/secondwitch'>...</presence>
crone   < <presence type='unavailable' from='coven@{muc}/secondwitch'>...</presence>
crone   > <iq type='set' id='3' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='none' jid='{juliet}'/></query></iq>
crone   < <iq type='result' id='3'/>
crone   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' jid='{juliet}'/></x></message>
wicca   > <presence id='j' to='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc'><mav xmlns='urn:xmpp:muc:affiliations:1' since='{v2}'/></x></presence>
wicca   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='{=v3}'/><item jid='{crone}' affiliation='owner'/><item jid='{wicca}' affiliation='member'/></x></message>
wicca   < <presence from='coven@{muc}/firstwitch'>...</presence>
wicca   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='{v3}'/><item affiliation='member' role='participant' jid='{wicca/full}'/><status code='110'/><status code='100'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <message type='groupchat'><subject/></message>
crone   < <presence from='coven@{muc}/secondwitch'>...</presence>
# hag has got a version of wicca's from the time before she belonged to the room
crone   > <iq type='set' id='4' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='{hag}'/></query></iq>
crone   < <iq type='result' id='4'/>
crone   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' jid='{hag}'/></x></message>
wicca   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' since='{v3}' until='{=v4}'/><item affiliation='member' jid='{hag}'/></x></message>
hag     < <message from='coven@{muc}'>...</message>
hag     > <presence id='j' to='coven@{muc}/thirdwitch'><x xmlns='http://jabber.org/protocol/muc'><mav xmlns='urn:xmpp:muc:affiliations:1' since='{v1}'/></x></presence>
hag     < <message type='error' id='j' from='coven@{muc}'><error type='auth' by='coven@{muc}'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
hag     < <presence from='coven@{muc}/firstwitch'>...</presence>
hag     < <presence from='coven@{muc}/secondwitch'>...</presence>
hag     < <presence from='coven@{muc}/thirdwitch'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='{v4}'/><item affiliation='member' role='participant' jid='{hag/full}'/><status code='110'/><status code='100'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
hag     < <message type='groupchat'><subject/></message>
crone   < <presence from='coven@{muc}/thirdwitch'>...</presence>
wicca   < <presence from='coven@{muc}/thirdwitch'>...</presence>
# raised meanwhile: everything, with what one may see now
hag     > <presence type='unavailable' to='coven@{muc}/thirdwitch'/>
hag     < <presence type='unavailable' from='coven@{muc}/thirdwitch'>...</presence>
crone   < <presence type='unavailable' from='coven@{muc}/thirdwitch'>...</presence>
wicca   < <presence type='unavailable' from='coven@{muc}/thirdwitch'>...</presence>
crone   > <iq type='set' id='5' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='admin' jid='{hag}'/></query></iq>
crone   < <iq type='result' id='5'/>
crone   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='admin' jid='{hag}'/></x></message>
wicca   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' since='{v4}' until='{=v5}'/><item affiliation='admin' jid='{hag}'/></x></message>
hag     < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='admin'/><status code='101'/></x></message>
hag     > <presence id='j' to='coven@{muc}/thirdwitch'><x xmlns='http://jabber.org/protocol/muc'><mav xmlns='urn:xmpp:muc:affiliations:1' since='{v4}'/></x></presence>
hag     < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='{v5}'/><item jid='{crone}' affiliation='owner'/><item jid='{wicca}' affiliation='member'/><item jid='{hag}' affiliation='admin'/><item jid='{romeo}' affiliation='outcast'/></x></message>
hag     < <presence from='coven@{muc}/firstwitch'>...</presence>
hag     < <presence from='coven@{muc}/secondwitch'>...</presence>
hag     < <presence from='coven@{muc}/thirdwitch'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='{v5}'/><item affiliation='admin' role='moderator' jid='{hag/full}'/><status code='110'/><status code='100'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
hag     < <message type='groupchat'><subject/></message>
crone   < <presence from='coven@{muc}/thirdwitch'>...</presence>
wicca   < <presence from='coven@{muc}/thirdwitch'>...</presence>
# where addresses are a secret, members have no list; versions of the time before are unknown from then on
crone   > <iq type='set' id='6' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_whois'><value>moderators</value></field></x></query></iq>
crone   < <iq type='result' id='6'/>
crone   < <message type='groupchat'>...</message>
wicca   < <message type='groupchat'>...</message>
hag     < <message type='groupchat'>...</message>
wicca   > <presence id='j' to='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc'><mav xmlns='urn:xmpp:muc:affiliations:1' since='{v5}'/></x></presence>
wicca   < <message type='error' id='j' from='coven@{muc}'><error type='auth' by='coven@{muc}'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
wicca   < <presence from='coven@{muc}/firstwitch'>...</presence>
wicca   < <presence from='coven@{muc}/thirdwitch'>...</presence>
wicca   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='{=v6}'/><item affiliation='member' role='participant' jid='{wicca/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <message type='groupchat'><subject/></message>
hag     > <presence id='j' to='coven@{muc}/thirdwitch'><x xmlns='http://jabber.org/protocol/muc'><mav xmlns='urn:xmpp:muc:affiliations:1' since='{v5}'/></x></presence>
hag     < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='{v6}'/><item jid='{crone}' affiliation='owner'/><item jid='{wicca}' affiliation='member'/><item jid='{hag}' affiliation='admin'/><item jid='{romeo}' affiliation='outcast'/></x></message>
hag     < <presence from='coven@{muc}/firstwitch'>...</presence>
hag     < <presence from='coven@{muc}/secondwitch'>...</presence>
hag     < <presence from='coven@{muc}/thirdwitch'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='{v6}'/><item affiliation='admin' role='moderator' jid='{hag/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
hag     < <message type='groupchat'><subject/></message>
