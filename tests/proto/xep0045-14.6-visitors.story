title   XEP-0045 §5.1.1, §14.6: visitors neither tell a status nor take other nicknames where the owners of the room do not let them
users   crone wicca
crone   makes coven as firstwitch
crone   > <iq type='set' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_moderatedroom'><value>1</value></field><field var='allow_visitor_status'><value>0</value></field><field var='allow_visitor_nickchange'><value>0</value></field></x></query></iq>
crone   < <iq type='result' id='1'/>
crone   < <message type='groupchat' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
wicca   enters coven as secondwitch
wicca   > <presence to='coven@{muc}/secondwitch'><show>away</show><status>Buy brooms</status></presence>
crone   < <presence from='coven@{muc}/secondwitch'><show>away</show><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='visitor' jid='{wicca/full}'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <presence from='coven@{muc}/secondwitch'><show>away</show><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='visitor' jid='{wicca/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   > <presence to='coven@{muc}/buy brooms' id='2'/>
wicca   < <presence type='error' id='2' from='coven@{muc}/buy brooms'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
crone   > <iq type='set' id='3' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='secondwitch' role='participant'/></query></iq>
crone   < <iq type='result' id='3'/>
crone   < <presence from='coven@{muc}/secondwitch'>...</presence>
wicca   < <presence from='coven@{muc}/secondwitch'>...</presence>
wicca   > <presence to='coven@{muc}/secondwitch'><status>Back</status></presence>
crone   < <presence from='coven@{muc}/secondwitch'><status>Back</status><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='{wicca/full}'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <presence from='coven@{muc}/secondwitch'><status>Back</status><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='{wicca/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
