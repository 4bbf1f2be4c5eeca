title   XEP-0045 §10.1.3: who cancels the first form does not want the room
users crone
crone > <presence to='coven@{muc}/firstwitch' id='1'><x xmlns='http://jabber.org/protocol/muc'/></presence>
crone < <presence from='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator' jid='{crone/full}'/><status code='110'/><status code='201'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
crone < <message type='groupchat'><subject/></message>
crone > <iq type='set' id='2' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='cancel'/></query></iq>
crone < <presence type='unavailable' from='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none' jid='{crone/full}'/><destroy/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
crone < <iq type='result' id='2'/>
