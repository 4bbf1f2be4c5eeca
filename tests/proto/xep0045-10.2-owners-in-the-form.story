title   XEP-0045 §10.2, §10.5: the lists in the form are whole lists; an owner who is left out becomes an admin, the last one does not; nicknames stay reserved
users   crone wicca
crone   makes coven as firstwitch
wicca   enters coven as secondwitch
crone   > <iq type='set' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='owner' jid='{wicca}' nick='secondwitch'/></query></iq>
crone   < <iq type='result' id='1'/>
crone   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator' jid='{wicca/full}'><actor nick='firstwitch'/></item></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator' jid='{wicca/full}'><actor nick='firstwitch'/></item><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
crone   > <iq type='set' id='2' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_roomowners'><value>{crone}</value></field></x></query></iq>
crone   < <iq type='result' id='2'/>
crone   < <message type='groupchat' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
wicca   < <message type='groupchat' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
crone   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='admin' role='moderator' jid='{wicca/full}'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='admin' role='moderator' jid='{wicca/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
crone   > <iq type='get' id='3' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='admin'/></query></iq>
crone   < <iq type='result' id='3'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='admin' jid='{wicca}' nick='secondwitch'/></query></iq>
# the last owner, also in both lists
crone   > <iq type='set' id='4' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_roomowners'><value>{wicca}</value></field></x></query></iq>
crone   < <iq type='result' id='4'/>
crone   <~ <message type='groupchat' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
wicca   <~ <message type='groupchat' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
crone   <~ <presence from='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='admin' role='moderator' jid='{crone/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   <~ <presence from='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='admin' role='moderator' jid='{crone/full}'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
crone   <~ <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator' jid='{wicca/full}'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   <~ <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator' jid='{wicca/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   > <iq type='set' id='5' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_roomadmins'><value>{wicca}</value></field><field var='muc#roomconfig_roomowners'></field></x></query></iq>
wicca   < <iq type='error' id='5' from='coven@{muc}'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
wicca   > <iq type='set' id='6' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_roomowners'><value>not an address@</value></field></x></query></iq>
wicca   < <iq type='error' id='6' from='coven@{muc}'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
# an item for one address each, or the outcome would depend on their order
wicca   > <iq type='set' id='7' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='owner' jid='{crone}'/><item affiliation='none' jid='{crone}'/></query></iq>
wicca   < <iq type='error' id='7' from='coven@{muc}'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
