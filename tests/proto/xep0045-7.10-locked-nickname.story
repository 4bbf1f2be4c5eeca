title   XEP-0045 §7.2.2, §7.10: where the room wants it, whoever has reserved a nickname bears it: 210 tells so, and it cannot be changed
users   crone wicca hag
crone   makes coven as firstwitch
crone   > <iq type='set' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='x-muc#roomconfig_reservednick'><value>1</value></field></x></query></iq>
crone   < <iq type='result' id='1'/>
crone   < <message type='groupchat' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
crone   > <iq type='set' id='2' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='{wicca}' nick='secondwitch'/></query></iq>
crone   < <iq type='result' id='2'/>
crone   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' jid='{wicca}'/></x></message>
wicca   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member'/><status code='101'/></x></message>
wicca   > <presence to='coven@{muc}/oldhag' id='3'><x xmlns='http://jabber.org/protocol/muc'></x></presence>
wicca   < <presence from='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <presence from='coven@{muc}/secondwitch' id='3'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='participant' jid='{wicca/full}'/><status code='110'/><status code='210'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <message type='groupchat' from='coven@{muc}'><subject/></message>
crone   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='participant' jid='{wicca/full}'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   > <presence to='coven@{muc}/oldhag' id='4'/>
wicca   < <presence type='error' id='4' from='coven@{muc}/oldhag'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
# who has none is free
hag     enters coven as thirdwitch
hag     > <presence to='coven@{muc}/oldhag' id='5'/>
hag     < <presence type='unavailable' from='coven@{muc}/thirdwitch'>...</presence>
hag     < <presence from='coven@{muc}/oldhag'>...</presence>
crone   < <presence type='unavailable' from='coven@{muc}/thirdwitch'>...</presence>
crone   < <presence from='coven@{muc}/oldhag'>...</presence>
wicca   < <presence type='unavailable' from='coven@{muc}/thirdwitch'>...</presence>
wicca   < <presence from='coven@{muc}/oldhag'>...</presence>
