title   XEP-0045 §10.1.3, §10.2: the maker gets a form, fills it in, and only owners get it later
users crone wicca
crone > <presence to='coven@{muc}/firstwitch' id='1'><x xmlns='http://jabber.org/protocol/muc'/></presence>
crone < <presence from='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator' jid='{crone/full}'/><status code='110'/><status code='201'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
crone < <message type='groupchat'><subject/></message>
crone > <iq type='get' id='2' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'/></iq>
crone < <iq type='result' id='2'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='form'><field type='hidden' var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field type='boolean' var='muc#roomconfig_persistentroom' label='*'><value>0</value></field><field type='list-single' var='muc#roomconfig_whois' label='*'><value>moderators</value><option label='Moderators'><value>moderators</value></option><option label='Everybody'><value>anyone</value></option></field><field type='jid-multi' var='muc#roomconfig_roomowners' label='*'><value>{crone}</value></field>...</x></query></iq>
crone > <iq type='set' id='3' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_passwordprotectedroom'><value>1</value></field></x></query></iq>
crone < <iq type='error' id='3' from='coven@{muc}'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
crone > <iq type='set' id='4' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_roomadmins'><value>{wicca}</value></field></x></query></iq>
crone < <iq type='result' id='4'/>
crone < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='admin' jid='{wicca}'/></x></message>
wicca < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='admin'/><status code='101'/></x></message>
wicca > <presence to='coven@{muc}/secondwitch' id='1'><x xmlns='http://jabber.org/protocol/muc'/></presence>
wicca < <presence from='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator' jid='{crone/full}'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='admin' role='moderator' jid='{wicca/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca < <message type='groupchat'><subject/></message>
crone < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='admin' role='moderator' jid='{wicca/full}'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca > <iq type='get' id='5' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'/></iq>
wicca < <iq type='error' id='5' from='coven@{muc}'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
