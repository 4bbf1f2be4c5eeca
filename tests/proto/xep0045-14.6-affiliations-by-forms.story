title   XEP-0045 §14.6: lists grow no further by forms of the configuration, nor in a room that ceases to stay
option  muc_affiliations_max = 12
option  muc_temporary_affiliations_max = 10
users   crone
crone   makes coven as firstwitch persistentroom=1
crone   > <iq type='set' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_roomadmins'><value>a0@{host}</value><value>a1@{host}</value><value>a2@{host}</value><value>a3@{host}</value><value>a4@{host}</value><value>a5@{host}</value></field></x></query></iq>
crone   < <iq type='result' id='1'/>
crone   < <message type='groupchat' from='coven@{muc}'>...</message>
crone   <~ <message from='coven@{muc}'>...</message>
crone   <~ <message from='coven@{muc}'>...</message>
crone   <~ <message from='coven@{muc}'>...</message>
crone   <~ <message from='coven@{muc}'>...</message>
crone   <~ <message from='coven@{muc}'>...</message>
crone   <~ <message from='coven@{muc}'>...</message>
# whoever is in the list no more is a member, and there
crone   > <iq type='set' id='2' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_roomadmins'><value>b0@{host}</value><value>b1@{host}</value><value>b2@{host}</value><value>b3@{host}</value><value>b4@{host}</value><value>b5@{host}</value></field></x></query></iq>
crone   < <iq type='error' id='2'><error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
crone   > <iq type='set' id='3' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_roomadmins'><value>b0@{host}</value><value>b1@{host}</value><value>b2@{host}</value><value>b3@{host}</value></field></x></query></iq>
crone   < <iq type='result' id='3'/>
crone   < <message type='groupchat' from='coven@{muc}'>...</message>
crone   <~ <message from='coven@{muc}'>...</message>
crone   <~ <message from='coven@{muc}'>...</message>
crone   <~ <message from='coven@{muc}'>...</message>
crone   <~ <message from='coven@{muc}'>...</message>
crone   <~ <message from='coven@{muc}'>...</message>
crone   <~ <message from='coven@{muc}'>...</message>
crone   <~ <message from='coven@{muc}'>...</message>
crone   <~ <message from='coven@{muc}'>...</message>
crone   <~ <message from='coven@{muc}'>...</message>
crone   <~ <message from='coven@{muc}'>...</message>
# eleven are too many for a temporary room
crone   > <iq type='set' id='4' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_persistentroom'><value>0</value></field></x></query></iq>
crone   < <iq type='error' id='4'><error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
crone   > <iq type='set' id='5' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='none' jid='a0@{host}'/></query></iq>
crone   < <iq type='result' id='5'/>
crone   < <message from='coven@{muc}'>...</message>
crone   > <iq type='set' id='6' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_persistentroom'><value>0</value></field></x></query></iq>
crone   < <iq type='result' id='6'/>
crone   < <message type='groupchat' from='coven@{muc}'>...</message>
