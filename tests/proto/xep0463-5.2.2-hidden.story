title   XEP-0463 §5.2.2: who asked for versions hears of every change in a message where others hear nothing: presence that is not broadcast, registering, an invitation
users   crone wicca hag romeo juliet
crone   makes coven as firstwitch whois=anyone presencebroadcast=moderator
hag     > <presence id='j' to='coven@{muc}/thirdwitch'><x xmlns='http://jabber.org/protocol/muc'></x></presence>
hag     < <presence from='coven@{muc}/firstwitch'>...</presence>
hag     < <presence from='coven@{muc}/thirdwitch'>...</presence>
hag     < <message type='groupchat'><subject/></message>
wicca   > <presence id='j' to='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc'><mav xmlns='urn:xmpp:muc:affiliations:1'/></x></presence>
wicca   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='{=v0}'/><item jid='{crone}' affiliation='owner'/></x></message>
wicca   < <presence from='coven@{muc}/firstwitch'>...</presence>
wicca   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='{v0}'/><item affiliation='none' role='participant' jid='{wicca/full}'/><status code='110'/><status code='100'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <message type='groupchat'><subject/></message>
# of an occupant whose presence is shown to nobody
crone   > <iq type='set' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='{hag}'/></query></iq>
crone   < <iq type='result' id='1'/>
wicca   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' since='{v0}' until='{=v1}'/><item affiliation='member' jid='{hag}'/></x></message>
hag     < <presence from='coven@{muc}/thirdwitch'>...</presence>
# of its own: once
crone   > <iq type='set' id='2' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='{wicca}'/></query></iq>
crone   < <iq type='result' id='2'/>
wicca   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' since='{v1}' until='{=v2}'/><item affiliation='member' role='participant' jid='{wicca/full}'><actor nick='firstwitch'/></item><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
# of one who is shown from then on: once
crone   > <iq type='set' id='3' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='admin' jid='{hag}'/></query></iq>
crone   < <iq type='result' id='3'/>
wicca   < <presence from='coven@{muc}/thirdwitch'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' since='{v2}' until='{=v3}'/><item affiliation='admin' role='moderator' jid='{hag/full}'><actor nick='firstwitch'/></item></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
crone   < <presence from='coven@{muc}/thirdwitch'>...</presence>
hag     < <presence from='coven@{muc}/thirdwitch'>...</presence>
# XEP-0045 section 7.10
romeo   > <iq type='set' id='4' to='coven@{muc}'><query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#register</value></field><field var='muc#register_roomnick'><value>montague</value></field></x></query></iq>
romeo   < <iq type='result' id='4'/>
wicca   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' since='{v3}' until='{=v4}'/><item affiliation='member' jid='{romeo}'/></x></message>
# XEP-0045 section 7.8.2
crone   > <iq type='set' id='5' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_membersonly'><value>1</value></field></x></query></iq>
crone   < <iq type='result' id='5'/>
wicca   < <message type='groupchat'>...</message>
crone   < <message type='groupchat'>...</message>
hag     < <message type='groupchat'>...</message>
crone   > <message id='6' to='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><invite to='{juliet}'/></x></message>
juliet  < <message from='coven@{muc}'>...</message>
wicca   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' since='*' until='{=v5}'/><item affiliation='member' jid='{juliet}'/></x></message>
# others may see the list now, so what was before is unknown; lists have reserved nicknames
wicca   > <presence id='j' to='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc'><mav xmlns='urn:xmpp:muc:affiliations:1' since='{v4}'/></x></presence>
wicca   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='{v5}'/><item jid='{crone}' affiliation='owner'/><item jid='{wicca}' affiliation='member'/><item jid='{hag}' affiliation='admin'/><item nick='montague' jid='{romeo}' affiliation='member'/><item jid='{juliet}' affiliation='member'/></x></message>
wicca   < <presence from='coven@{muc}/firstwitch'>...</presence>
wicca   < <presence from='coven@{muc}/thirdwitch'>...</presence>
wicca   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><mav xmlns='urn:xmpp:muc:affiliations:1' until='{v5}'/><item affiliation='member' role='participant' jid='{wicca/full}'/><status code='110'/><status code='100'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <message type='groupchat'><subject/></message>
